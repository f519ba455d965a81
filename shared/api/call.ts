import type { z } from 'zod';
import type { Contract, Operation } from './contract.ts';
import type { COMMON_REFUSALS, RefusalCode } from './refusal.ts';

type InputOf<S> = S extends z.ZodType ? z.input<S> : never;

/** What a caller gives for operation `O`: only the parts that its row has. */
export type CallInput<O extends Operation> = ('params' extends keyof Contract[O]
  ? { params: InputOf<Contract[O]['params' & keyof Contract[O]]> }
  : unknown) &
  ('query' extends keyof Contract[O]
    ? { query?: InputOf<Contract[O]['query' & keyof Contract[O]]> }
    : unknown) &
  ('body' extends keyof Contract[O] ? { body: InputOf<Contract[O]['body' & keyof Contract[O]]> } : unknown);

/** What operation `O` answers when it is not refused. */
export type CallResult<O extends Operation> = z.output<Contract[O]['result']>;

/** The refusals that operation `O` may answer with. */
export type CallRefusal<O extends Operation> = Extract<
  Contract[O]['refusals'][number] | (typeof COMMON_REFUSALS)[number],
  RefusalCode
>;

/** An answer: a result, or a closed refusal. */
export type CallOutcome<O extends Operation> = { ok: CallResult<O> } | { refused: CallRefusal<O> };
