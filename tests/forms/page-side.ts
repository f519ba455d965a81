import { collectFields, createFieldIndex } from '#extension/detect/collect-fields.ts';

export { collectFields, createFieldIndex };
