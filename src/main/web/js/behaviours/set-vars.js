// [data-vars="h: 2.5; len: 1"]: custom properties by script, since the policy allows no style attribute.
import { attach } from '../attach.js';

attach('[data-vars]', (element) => {
  for (const pair of (element.dataset.vars ?? '').split(';')) {
    const [name, value] = pair.split(':');
    if (value) element.style.setProperty(`--${name.trim()}`, value.trim());
  }
});
