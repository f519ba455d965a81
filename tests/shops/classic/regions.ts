/** A country that Kestrel Audio ships to, with its states or provinces where the post needs them. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly states: readonly (readonly [code: string, name: string])[];
}

const US_STATES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const CA_PROVINCES =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon';
const AU_STATES =
  'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia';

function listStates(text: string): (readonly [string, string])[] {
  return text
    .split('|')
    .map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]);
}

export const REGIONS: readonly Region[] = [
  { code: 'US', name: 'United States', states: listStates(US_STATES) },
  { code: 'CA', name: 'Canada', states: listStates(CA_PROVINCES) },
  { code: 'AU', name: 'Australia', states: listStates(AU_STATES) },
  { code: 'DE', name: 'Germany', states: [] },
  { code: 'JP', name: 'Japan', states: [] },
  { code: 'KR', name: 'South Korea', states: [] },
  { code: 'GB', name: 'United Kingdom', states: [] },
];

export function findRegion(code: string | undefined): Region | undefined {
  return REGIONS.find(region => region.code === code);
}
