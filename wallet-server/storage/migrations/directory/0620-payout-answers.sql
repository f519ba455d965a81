-- A payout that the bank said nothing of in time is for a person to look at; its money stays set aside.
alter table payouts drop constraint payouts_state_check;
alter table payouts add constraint payouts_state_check
  check (state in ('pending', 'unanswered', 'posted', 'voided'));
create index payouts_open on payouts (batch_id, id) where state in ('pending', 'unanswered');
