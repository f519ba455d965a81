import type { ServerResponse } from 'node:http';

/** Aborts when the caller is gone, also where that was before anybody watched: a close is told once. */
export function watchCaller(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    // A call that was answered closes too; an abort then would only cost its error's stack.
    if (!response.writableFinished) gone.abort();
  };
  if (response.destroyed) leave();
  else response.once('close', leave);
  return gone.signal;
}
