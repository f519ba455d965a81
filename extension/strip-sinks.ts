import type { Plugin } from 'vite';

/** A place in a library that makes code or markup out of text, and what stands there instead. */
interface Sink {
  module: RegExp;
  pattern: RegExp;
  replacement: string;
}

/**
 * Neither is ever reached: our policy forbids code made at run time, which zod then does without, and no component
 * of ours sets markup. Taken out, so that reviewers (and `web-ext lint`) can see it.
 */
const SINKS: Sink[] = [
  {
    module: /\/zod\/v4\/core\/(util|doc)\.js$/,
    pattern: /const F = Function;/g,
    replacement: "const F = class { constructor() { throw new EvalError('no code is made at run time'); } };",
  },
  {
    module: /\/preact\/dist\/preact\.mjs$/,
    pattern: /\.innerHTML=(?!=)/g,
    replacement: '.textContent=',
  },
];

/** Takes the sinks of libraries out of the build; fails where a new version of one has it elsewhere. */
export function stripSinks(): Plugin {
  return {
    name: 'wayveil-strip-sinks',
    transform(code, id) {
      const sink = SINKS.find(({ module }) => module.test(id.split('?')[0] ?? ''));
      if (!sink) return null;
      const stripped = code.replace(sink.pattern, sink.replacement);
      if (stripped === code) throw new Error(`${id} no longer has the sink that strip-sinks.ts takes out`);
      return { code: stripped, map: null };
    },
  };
}
