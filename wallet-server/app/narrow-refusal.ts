import type { CallRefusal } from '#shared/api/call.ts';
import { CONTRACT, type Operation } from '#shared/api/contract.ts';

/** A refusal as `operation` may give it. One that its row does not name is a bug of ours, and throws. */
export function narrowRefusal<O extends Operation>(
  operation: O,
  refused: string,
): { refused: CallRefusal<O> } {
  const named: readonly string[] = CONTRACT[operation].refusals;
  if (!named.includes(refused)) throw new Error(`${operation} has no refusal ${refused}`);
  return { refused: refused as CallRefusal<O> };
}
