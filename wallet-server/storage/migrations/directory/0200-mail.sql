-- Mails of the embedded outbox: envelope and message, encrypted.
create table outbox_mails (
  id uuid primary key,
  job_key text not null unique,
  created_at_ms bigint not null,
  sealed bytea not null
);
create index outbox_mails_newest on outbox_mails (created_at_ms desc, id desc);

-- Mails taken in over SMTP. `sealed` is empty once the mail has had its effect.
create table inbound_mails (
  id uuid primary key,
  -- What the recipient is: a confirmation (purchase), a member's unique address (person), a relay or a bounce address.
  recipient_kind text not null check (recipient_kind in ('confirmation', 'member', 'relay', 'bounce')),
  recipient_id uuid not null,
  received_at_ms bigint not null,
  sealed bytea,
  -- Recipient, proven sender and Message-ID, as a keyed hash: a second delivery has no second effect.
  effect_key text unique,
  outcome text
);
create index inbound_mails_oldest on inbound_mails (received_at_ms);

-- Shops' mails as their readers keep them: HPKE to the reading key.
create table sealed_mails (
  id uuid primary key,
  person_id uuid not null,
  received_at_ms bigint not null,
  sender_domain text not null,
  enc text not null,
  ciphertext text not null
);
create index sealed_mails_of_person on sealed_mails (person_id, id desc);

-- Addresses at which a person answers a shop without showing the mailbox.
create table relay_addresses (
  id uuid primary key,
  person_id uuid not null,
  correspondent_hash text not null,
  sealed_correspondent bytea not null,
  created_at_ms bigint not null,
  unique (person_id, correspondent_hash)
);
