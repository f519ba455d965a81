import { mountWhy } from '#extension/why/mount.tsx';

const root = document.getElementById('root');
if (!root) throw new TypeError('the page has a root');
mountWhy(root);
