import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** One command of the operator's line, as it may be written. */
export interface WrittenCommand {
  usage: string;
  summary: string;
  options: ParseArgsOptionsConfig;
}

/** What is wrong with a line, and how to write it; null where a command was named with options that it has. */
export function findUnknown(
  commands: Readonly<Record<string, WrittenCommand>>,
  [name, ...args]: readonly string[],
): string | null {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const first =
      name === undefined ? 'Say which command:' : `There is no command “${name}”. These are there:`;
    return [first, ...Object.values(commands).map(describe)].join('\n');
  }
  const unknown = listUnknown(args, command.options);
  if (unknown.length === 0) return null;
  const first = `“${name}” takes nothing such as ${unknown.map(word => `“${word}”`).join(', ')}. Write it so:`;
  return [first, describe(command)].join('\n');
}

function describe({ usage, summary }: WrittenCommand): string {
  return `  npm run wayveil ${usage}: ${summary}`;
}

/** Options that the command lacks, else words that belong to no option: those behind an unknown one are its value. */
function listUnknown(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const { tokens } = parseArgs({
    ...{ args: [...args], options, tokens: true },
    ...{ strict: false, allowPositionals: true },
  });
  const strange = tokens.flatMap(token =>
    token.kind === 'option' && !Object.hasOwn(options, token.name) ? [token.rawName] : [],
  );
  const words = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []));
  return strange.length > 0 ? strange : words;
}
