// What app.js and the parts loaded later have in common. Each of them asks for it here, so that all of it is one file: the
// bundler would cut it into as many as there are sets of parts that share something.
export { default as htmx } from 'htmx.org';
export { attach, debounce, on } from './attach.js';
export { openDialog } from './behaviours/dialog-open.js';
export { failed, note } from './behaviours/toast.js';
export { persian, toLatin, toReader } from './digits.js';
export { fragment, signIn, token } from './http.js';
export { place } from './place.js';
export { say, word } from './say.js';
