import { createApp, reactive } from 'vue';
import { CHOICES, EMPTY, FIELDS, tellOrder } from './parts/fields.ts';

const state = reactive({ ...EMPTY });
tellOrder(() => ({ ...state }));

createApp({
  setup: () => ({ state, fields: FIELDS, choices: CHOICES }),
  template: `<label v-for="[key, label] in fields" :key="key">{{ label }}
    <select v-if="choices[key]" v-model="state[key]"><option v-for="[value, text] in choices[key]" :value="value">{{ text }}</option></select>
    <input v-else v-model.trim.lazy="state[key]"></label>`,
}).mount('#root');
