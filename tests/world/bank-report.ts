/** One booking as a bank tells it. `amount` is decimal, as ISO 20022 writes it. */
export interface ToldBooking {
  direction: 'CRDT' | 'DBIT';
  amount: string;
  reference: string;
  endToEndId?: string;
  text?: string;
  returned?: boolean;
  status?: string;
}

/** A notification of what the bank booked (ISO 20022 camt.054.001.08). */
export function writeReport(...entries: string[]): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>N1</MsgId><CreDtTm>2026-11-23T06:00:00Z</CreDtTm></GrpHdr><Ntfctn><Id>R1</Id>
<Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

/** One entry of such a notification, in US dollars. */
export function writeEntry(booking: ToldBooking): string {
  const { direction, amount, reference, endToEndId, text, returned, status } = booking;
  const back = returned ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : '';
  return `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>${status ?? 'BOOK'}</Cd></Sts>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>
<RmtInf><Ustrd>${text ?? 'none'}</Ustrd></RmtInf>${back}</TxDtls></NtryDtls></Ntry>`;
}
