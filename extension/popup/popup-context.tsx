import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import type { PopupPorts } from './popup-ports.ts';
import type { Route } from './route.ts';

/** What every screen of the open popup may use. */
export interface PopupContext {
  ports: PopupPorts;
  wallet: WalletState;
  /** Goes up by one whenever the background says that something changed. */
  changeCount: number;
  go: (route: Route) => void;
  putWallet: (wallet: WalletState) => void;
}

const Context = createContext<PopupContext | null>(null);
export const PopupProvider = Context.Provider;

/** The open popup around a screen. */
export function usePopup(): PopupContext {
  const value = useContext(Context);
  if (!value) throw new Error('a screen stands outside of the popup');
  return value;
}
