import { mount } from 'svelte';
import Form from './parts/form.svelte';

const target = document.getElementById('root');
if (target) mount(Form, { target });
