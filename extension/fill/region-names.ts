/** Subdivisions that forms offer by code or by name: `CODE Name`, parted by `;`. A second name follows `/`. */
const REGIONS: Readonly<Record<string, string>> = {
  US: 'AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia/Washington DC;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;PR Puerto Rico;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming',
  CA: 'AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador;NS Nova Scotia;NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec/Québec;SK Saskatchewan;YT Yukon',
  AU: 'ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland;SA South Australia;TAS Tasmania;VIC Victoria;WA Western Australia',
  KR: '11 서울특별시/서울;26 부산광역시/부산;27 대구광역시/대구;28 인천광역시/인천;29 광주광역시/광주;30 대전광역시/대전;31 울산광역시/울산;36 세종특별자치시/세종;41 경기도/경기;42 강원특별자치도/강원;43 충청북도/충북;44 충청남도/충남;45 전북특별자치도/전북;46 전라남도/전남;47 경상북도/경북;48 경상남도/경남;49 제주특별자치도/제주',
  JP: '01 北海道/Hokkaido;02 青森県/Aomori;03 岩手県/Iwate;04 宮城県/Miyagi;05 秋田県/Akita;06 山形県/Yamagata;07 福島県/Fukushima;08 茨城県/Ibaraki;09 栃木県/Tochigi;10 群馬県/Gunma;11 埼玉県/Saitama;12 千葉県/Chiba;13 東京都/Tokyo;14 神奈川県/Kanagawa;15 新潟県/Niigata;16 富山県/Toyama;17 石川県/Ishikawa;18 福井県/Fukui;19 山梨県/Yamanashi;20 長野県/Nagano;21 岐阜県/Gifu;22 静岡県/Shizuoka;23 愛知県/Aichi;24 三重県/Mie;25 滋賀県/Shiga;26 京都府/Kyoto;27 大阪府/Osaka;28 兵庫県/Hyogo;29 奈良県/Nara;30 和歌山県/Wakayama;31 鳥取県/Tottori;32 島根県/Shimane;33 岡山県/Okayama;34 広島県/Hiroshima;35 山口県/Yamaguchi;36 徳島県/Tokushima;37 香川県/Kagawa;38 愛媛県/Ehime;39 高知県/Kochi;40 福岡県/Fukuoka;41 佐賀県/Saga;42 長崎県/Nagasaki;43 熊本県/Kumamoto;44 大分県/Oita;45 宮崎県/Miyazaki;46 鹿児島県/Kagoshima;47 沖縄県/Okinawa',
};

/** All ways to write one region, the given one first. */
export function listRegionNames(country: string, region: string): string[] {
  const wanted = region.toLowerCase();
  for (const entry of REGIONS[country]?.split(';') ?? []) {
    const space = entry.indexOf(' ');
    const names = [entry.slice(0, space), ...entry.slice(space + 1).split('/')];
    if (names.some(name => name.toLowerCase() === wanted))
      return [...new Set([region, ...names, `${country}-${names[0]}`])];
  }
  return region ? [region] : [];
}
