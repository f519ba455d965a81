import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '#extension/ui/answer.ts';
import type { Loaded } from '#extension/ui/use-answer.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import type { Seller } from '#shared/api/sellers.ts';
import type { ConsoleOperation, ConsolePorts } from './console-ports.ts';

/** The shop that is looked at. */
export interface Shop {
  ports: ConsolePorts;
  seller: Seller;
  putSeller: (seller: Seller) => void;
  /** Where the person is written to. */
  mailbox: Loaded<CallResult<'getMailbox'>>;
  /** Calls for this shop. */
  call: <O extends ConsoleOperation>(operation: O, input: CallInput<O>) => Promise<Answer<CallResult<O>>>;
}

const Context = createContext<Shop | null>(null);
export const ShopProvider = Context.Provider;

/** The shop around a screen. */
export function useShop(): Shop {
  const value = useContext(Context);
  if (!value) throw new Error('a screen stands outside of a shop');
  return value;
}
