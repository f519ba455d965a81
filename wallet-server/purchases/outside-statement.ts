import { MOST_DECLINES_KEPT } from '../cards/declined-charges.ts';

/** What the commit statement further holds for commands that come by a mailed code or from the card network. */
export interface OutsideParts {
  codes: string;
  codeFits: string;
  messages: string;
  messageTaken: string;
  following: string;
}

export const NO_OUTSIDE: OutsideParts = {
  ...{ codes: '', codeFits: '', messages: '', messageTaken: '', following: '' },
};

/**
 * A code counts while the kept one is as it was read: same digits, as many tries, not used. So tries that come at once
 * are counted one after the other, and the right one among them has no advantage. A message of the network is taken
 * once, by its name, as an idempotency key is.
 */
export const OUTSIDE: OutsideParts = {
  codes: `tried as materialized (
  select * from jsonb_to_recordset($8::text::jsonb)
    as u(seq int, purchase_id uuid, code_hmac text, tries int, is_right boolean)),
codes as materialized (
  select purchase_id, code_hmac, tries, used_at_ms from confirmation_codes
  where purchase_id = any(array(select purchase_id from tried)) and (select count(*) from shown) >= 0
  order by purchase_id for update),
`,
  codeFits: `
    and not exists (select from tried where tried.seq = asked.seq and not exists (
      select from codes c where c.purchase_id = tried.purchase_id and c.tries = tried.tries
        and c.used_at_ms is null and c.code_hmac = decode(tried.code_hmac, 'hex')))`,
  messages: `messages as materialized (
  select * from jsonb_to_recordset($9::text::jsonb) as m(seq int, message_type text, system_trace_audit_number text,
    retrieval_reference_number text, content_hash text, response_code text, authorization_code text,
    keeps_reference boolean, decline_id uuid, declined_purchase uuid, reason text, payee_host text,
    amount_minor bigint, currency text)),
answered as (
  insert into issuer_messages (message_type, system_trace_audit_number, retrieval_reference_number, content_hash,
    response_code, authorization_code, received_at_ms)
  select m.message_type, m.system_trace_audit_number, m.retrieval_reference_number, decode(m.content_hash, 'hex'),
    m.response_code, m.authorization_code, asked.now_ms
  from messages m join asked using (seq) join passed using (seq)
  order by m.message_type, m.system_trace_audit_number, m.retrieval_reference_number
  on conflict do nothing
  returning message_type, system_trace_audit_number, retrieval_reference_number),
`,
  messageTaken: `and not exists (select from messages m where m.seq = asked.seq and not exists (
      select from answered where answered.message_type = m.message_type
        and answered.system_trace_audit_number = m.system_trace_audit_number
        and answered.retrieval_reference_number = m.retrieval_reference_number))`,
  following: `,
used as (
  update confirmation_codes c set
    tries = c.tries + case when tried.is_right then 0 else 1 end,
    used_at_ms = case when tried.is_right then done.now_ms else c.used_at_ms end
  from tried join done using (seq) where c.purchase_id = tried.purchase_id),
referenced as (
  update armed_numbers set retrieval_reference_number = m.retrieval_reference_number
  from messages m join done using (seq)
  where m.keeps_reference and armed_numbers.purchase_id = done.purchase_id),
declined as (
  insert into declined_charges (id, purchase_id, reason, payee_host, amount_minor, currency, declined_at_ms)
  select m.decline_id, m.declined_purchase, m.reason, m.payee_host, m.amount_minor, m.currency, done.now_ms
  from messages m join done using (seq)
  where m.decline_id is not null
    and (select count(*) from declined_charges d where d.purchase_id = m.declined_purchase) < ${MOST_DECLINES_KEPT})`,
};
