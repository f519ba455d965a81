import { mountOperator } from './mount.tsx';

const root = document.getElementById('root');
if (!root) throw new TypeError('the page has a root');
mountOperator(root);
