// rehearsal.mjs URL PID EMAIL PASSWORD: waits for the program, signs in and opens the pages people open first.

const [url, process_, email, password] = process.argv.slice(2);
const pages = ['/', '/accounts', '/contacts', '/opportunities?view=board', '/contacts/new', '/search?q=ali', '/admin'];
const cookies = new Map();

async function open(path, form) {
  const answer = await fetch(new URL(path, url), {
    method: form ? 'POST' : 'GET',
    body: form,
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  return answer;
}

function alive() {
  try {
    return process.kill(Number(process_), 0);
  } catch {
    return false;
  }
}

async function ready() {
  while (alive()) {
    const answer = await fetch(`${url}/actuator/health/readiness`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  return false;
}

if (!(await ready())) process.exit(1);
const login = await (await open('/login')).text();
const token = /name="_csrf"[^>]*value="([^"]*)"/.exec(login) ?? /value="([^"]*)"[^>]*name="_csrf"/.exec(login);
await open('/login', new URLSearchParams({ email, username: email, password, _csrf: token?.[1] ?? '' }));
for (const path of pages) {
  let answer = await open(path);
  if (answer.status === 302) answer = await open(answer.headers.get('location'));
  await answer.text();
  if (answer.status !== 200) {
    console.error(`${path} answered ${answer.status} at the rehearsal.`);
    process.exit(1);
  }
}
