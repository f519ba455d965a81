import { z } from 'zod';
import { toLoopback } from './loopback.ts';
import { readJsonBody } from './signed-post.ts';

/** What is asked at the hub: what a suffixed number on a label stands for. */
export interface ResolutionRequest {
  /** Such as `QX7K2M9T4-06`. */
  readonly fieldNumber: string;
  readonly orderNumber?: string;
  readonly waybill?: string;
  readonly use: 'display' | 'print';
}

const resolution = z.union([
  z.object({
    released: z.literal(true),
    field: z.string(),
    lines: z.array(z.string()),
    untilMs: z.number(),
  }),
  z.object({ released: z.literal(false), number: z.string() }),
]);

export type Resolution = z.infer<typeof resolution>;

/** A parcel on its way. A hub that has no order number names its delivery code. */
export interface Parcel {
  readonly waybill: string;
  readonly orderNumber?: string;
  readonly deliveryNumber?: string;
}

export type ReportOutcome = { readonly matched: boolean } | { readonly refused: string };

/** A carrier with its hub: carries parcels, and learns destinations only by asking. */
export interface Carrier {
  /** The parcel was handed over to the carrier. */
  accept(parcel: Parcel): Promise<ReportOutcome>;
  deliver(parcel: Parcel): Promise<ReportOutcome>;
  resolve(request: ResolutionRequest): Promise<Resolution | { readonly refused: string }>;
  /** All that it was ever told, for the transcript. */
  learned(): readonly { readonly request: ResolutionRequest; readonly resolution: Resolution }[];
}

export interface CarrierOptions {
  /** Origin of the wallet server. */
  readonly serverOrigin: string;
  readonly apiKey: string;
  readonly name?: string;
  readonly clock?: () => number;
}

export function createCarrier(options: CarrierOptions): Carrier {
  const { name = 'Tern Parcels', clock = Date.now } = options;
  const learned: { request: ResolutionRequest; resolution: Resolution }[] = [];
  const report = async (event: 'accepted' | 'delivered', parcel: Parcel): Promise<ReportOutcome> => {
    const body = { event, ...parcel, carrier: name, atMs: clock() };
    const answer = await post(options, '/v1/parcels/events', body, `${event}-${parcel.waybill}`);
    return 'refused' in answer ? answer : z.object({ matched: z.boolean() }).parse(answer.body);
  };
  return {
    accept: parcel => report('accepted', parcel),
    deliver: parcel => report('delivered', parcel),
    resolve: async request => {
      const answer = await post(options, '/v1/resolutions', request, undefined);
      if ('refused' in answer) return answer;
      const told = resolution.parse(answer.body);
      learned.push({ request, resolution: told });
      return told;
    },
    learned: () => learned,
  };
}

async function post(
  { serverOrigin, apiKey }: CarrierOptions,
  path: string,
  body: unknown,
  idempotencyKey: string | undefined,
): Promise<{ readonly body: unknown } | { readonly refused: string }> {
  const response = await fetch(new URL(path, toLoopback(serverOrigin)), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    body: JSON.stringify(body),
  });
  const answer = await readJsonBody(response);
  if (response.ok) return { body: answer };
  const problem = z.object({ code: z.string() }).safeParse(answer);
  return { refused: problem.success ? problem.data.code : `http_${response.status}` };
}
