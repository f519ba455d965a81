import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';
import { INNER_NAMES, SHORT_NAMES } from './inner-names.ts';

/** What is put into pages: every page with a form loads some of it. */
export const PAGE_SCRIPTS: readonly string[] = [
  ...['page.js', 'lexicon.js', 'detect.js', 'fill.js'],
  ...['purpose.js', 'marker.js', 'card.js', 'copy-form.js'],
];

/**
 * All but a tenth of the functions of detection run on each page that gets it. V8 compiles them as it reads them where
 * this stands before them all (Chromium 136, content scripts too), and else reads each twice: 16 % of the time from putting the
 * script into a fresh process to the last meaning. No other engine heeds it.
 */
export const RUN_WHOLE = '//# allFunctionsCalledOnLoad\n';

/**
 * `expression`: what a script ends with is what its starter hears (`copy-form.js`). `wrap_iife`: V8 compiles a function
 * in parentheses at once, and reads all of it twice without. `hoist_funs`: functions that stand together compress
 * better, 0.2 kB of `detect.js`; so do comparisons that all begin with what is compared (`lhs_constants`).
 */
const OPTIONS: MinifyOptions = {
  ecma: 2020,
  compress: {
    ecma: 2020,
    passes: 4,
    expression: true,
    pure_getters: true,
    unsafe_arrows: true,
    hoist_funs: true,
    lhs_constants: false,
  },
  format: { wrap_iife: true },
};

export interface PageScriptSettings {
  /** The script nearly all of whose functions run. */
  runWhole?: string;
  /** For scripts whose objects somebody reads who was not built with them, as a test does. */
  keepsNames?: boolean;
}

/** Puts what is used once where it is used, which Vite's own minifier does not do, and shortens the inner names. */
export function minifyPageScripts(scripts: readonly string[], settings: PageScriptSettings = {}): Plugin {
  return {
    name: 'wayveil-minify-page-scripts',
    apply: 'build',
    // Behind WXT's own, which takes the name of the script's global away.
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !scripts.includes(chunk.fileName)) continue;
        const code = await minifyTwice(chunk.fileName, chunk.code, settings);
        chunk.code = chunk.fileName === settings.runWhole ? RUN_WHOLE + code : code;
      }
    },
  };
}

/** The second time sees what the first has put together. */
async function minifyTwice(
  name: string,
  source: string,
  { keepsNames }: PageScriptSettings,
): Promise<string> {
  const { code } = await minify(source, OPTIONS);
  const again = await minify(code ?? '', keepsNames ? OPTIONS : shortenNames(OPTIONS));
  if (!again.code) throw new Error(`${name} came out empty`);
  return again.code;
}

/** Half a kilobyte of what detects. Terser writes into the cache, so that each script gets one of its own. */
function shortenNames(options: MinifyOptions): MinifyOptions {
  const props = Object.fromEntries([...SHORT_NAMES].map(([name, short]) => [`$${name}`, short]));
  return {
    ...options,
    mangle: { properties: { regex: new RegExp(`^(?:${INNER_NAMES.join('|')})$`), keep_quoted: true } },
    nameCache: { props: { props } },
  };
}
