import type { FastifyReply, FastifyRequest } from 'fastify';

/** Visitors of a shop, told apart by a cookie. */
export interface Sessions<State> {
  open(request: FastifyRequest, reply: FastifyReply): State;
}

export function createSessions<State>(newState: () => State, random: () => string): Sessions<State> {
  const states = new Map<string, State>();
  return {
    open(request, reply) {
      const known = states.get(readCookie(request, 'sid') ?? '');
      if (known) return known;
      const id = random();
      const state = newState();
      states.set(id, state);
      reply.header('set-cookie', `sid=${id}; Path=/; HttpOnly; SameSite=Lax`);
      return state;
    },
  };
}

function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
