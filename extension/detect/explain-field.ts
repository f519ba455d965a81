import { classifyFields } from './classify-fields.ts';
import type { FieldDescription, FieldToken, TextSource } from './field-description.ts';

export type SignalSource = TextSource | 'name' | 'id' | 'autocomplete' | 'type' | 'options' | 'neighbours';

/** One thing that the page says about a field, and what it means when it is all that is said. */
export interface Signal {
  source: SignalSource;
  text: string;
  token: FieldToken;
  /** 0 to 1. */
  confidence: number;
}

/** Why a field was taken for what it was taken for. */
export interface Explanation {
  fieldKey: string;
  token: FieldToken;
  confidence: number;
  /** What the field says by itself, without the fields around it. */
  alone: FieldToken;
  /** The most telling first. */
  signals: Signal[];
}

/**
 * Explains each of `fields`, which stand on one page together: every signal is classified as if it were the only one,
 * so that the answer holds for whatever way the classifier takes. Pure.
 */
export function explainFields(fields: readonly FieldDescription[]): Explanation[] {
  const together = new Map(classifyFields(fields).map(one => [one.fieldKey, one]));
  return fields.map(field => {
    const { token = 'none', confidence = 0 } = together.get(field.key) ?? {};
    const alone = classifyAlone(field);
    const signals = listSignals(field).flatMap(({ source, text, said }) => {
      const { token: meant, confidence: surely } = classifyAlone(said);
      return meant === 'none' && surely === 0 ? [] : [{ source, text, token: meant, confidence: surely }];
    });
    signals.sort((one, other) => other.confidence - one.confidence);
    if (alone.token !== token) signals.unshift({ source: 'neighbours', text: '', token, confidence });
    return { fieldKey: field.key, token, confidence, alone: alone.token, signals };
  });
}

function classifyAlone(field: FieldDescription): { token: FieldToken; confidence: number } {
  const [one] = classifyFields([field]);
  return { token: one?.token ?? 'none', confidence: one?.confidence ?? 0 };
}

interface SaidAlone {
  source: SignalSource;
  text: string;
  /** The field with this signal and no other. */
  said: FieldDescription;
}

function listSignals(field: FieldDescription): SaidAlone[] {
  const mute = makeMute(field);
  const signals: SaidAlone[] = field.texts.map(text => ({
    ...{ source: text.source, text: text.text },
    said: { ...mute, texts: [text] },
  }));
  for (const source of ['name', 'id', 'autocomplete'] as const) {
    const text = field[source];
    if (text !== '') signals.push({ source, text, said: { ...mute, [source]: text } });
  }
  if (field.type !== mute.type) {
    signals.push({ source: 'type', text: field.type, said: { ...mute, type: field.type } });
  }
  if (field.options.length > 0) {
    const text = field.options.slice(0, 3).map(option => option.text);
    const { options, optionCount } = field;
    signals.push({ source: 'options', text: text.join(', '), said: { ...mute, options, optionCount } });
  }
  return signals;
}

function makeMute(field: FieldDescription): FieldDescription {
  const type = field.tag === 'input' ? 'text' : field.type;
  return {
    ...field,
    ...{ type, name: '', id: '', autocomplete: '', inputMode: '', pattern: '', maxLength: null },
    ...{ texts: [], options: [], optionCount: 0, sections: [] },
  };
}
