-- Who is one with another membership: few, so that to ask whether somebody is costs no look at the person's row.
create index people_united on people (id) where same_as is not null;
