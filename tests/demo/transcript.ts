/** Who can learn something in the demo. */
export type Witness = 'shop' | 'acquirer' | 'courier' | 'mailbox' | 'bank' | 'buyer';

/** What is told while the demo runs: stages, what each party learned, and how the money stands. */
export interface Transcript {
  chapter(title: string): void;
  stage(name: string, what: string): void;
  learned(witness: Witness, facts: Readonly<Record<string, string>>): void;
  money(line: string): void;
}

const WIDTH = 78;

/** Writes the transcript line by line through `print`. */
export function makeTranscript(print: (line: string) => void): Transcript {
  return {
    chapter(title) {
      print('');
      print(`━━ ${title} ${'━'.repeat(Math.max(0, WIDTH - title.length - 4))}`);
    },
    stage(name, what) {
      print('');
      print(`  ● ${name.padEnd(20)} ${what}`);
    },
    learned(witness, facts) {
      const parts = Object.entries(facts);
      if (parts.length === 0) print(`      ${witness.padEnd(9)} learned nothing`);
      for (const [index, [what, value]] of parts.entries()) {
        print(`      ${(index === 0 ? witness : '').padEnd(9)} ${what.padEnd(14)} ${value}`);
      }
    },
    money(line) {
      print(`      money     ${line}`);
    },
  };
}
