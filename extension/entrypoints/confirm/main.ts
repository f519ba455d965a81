import { mountConfirm } from '#extension/confirm/mount.tsx';

const root = document.getElementById('root');
if (!root) throw new TypeError('the page has a root');
mountConfirm(root);
