import type { Hub } from '#shared/address/hub.ts';

/** Hubs to try Wayveil with: real streets and postcodes, so that shops accept them, but nobody there takes parcels. */
export const SAMPLE_HUBS: readonly Hub[] = [
  {
    id: 'us-portland',
    name: 'Rosewater Parcel Hub',
    country: 'US',
    address: {
      addressLines: ['1420 NW Lovejoy St'],
      addressLevel2: 'Portland',
      addressLevel1: 'OR',
      postalCode: '97209',
      country: 'US',
    },
    tel: '+15035550142',
  },
  {
    id: 'gb-bristol',
    name: 'Harbour Hub',
    country: 'GB',
    address: {
      addressLines: ['48 Corn Street'],
      addressLevel2: 'Bristol',
      addressLevel1: '',
      postalCode: 'BS1 1HQ',
      country: 'GB',
    },
    tel: '+441174960148',
  },
  {
    id: 'de-leipzig',
    name: 'Lindenhof Hub',
    country: 'DE',
    address: {
      addressLines: ['Karl-Liebknecht-Straße 52'],
      addressLevel2: 'Leipzig',
      addressLevel1: '',
      postalCode: '04275',
      country: 'DE',
    },
    tel: '+493412310052',
  },
  {
    id: 'kr-seoul',
    name: '한빛허브',
    country: 'KR',
    address: {
      addressLines: ['세종대로 110'],
      addressLevel2: '중구',
      addressLevel1: '서울특별시',
      postalCode: '04524',
      country: 'KR',
    },
    tel: '+82220000110',
  },
  {
    id: 'jp-tokyo',
    name: 'みどりハブビル',
    country: 'JP',
    address: {
      addressLines: ['西新宿2-8-1'],
      addressLevel2: '新宿区',
      addressLevel1: '東京都',
      postalCode: '160-0023',
      country: 'JP',
    },
    tel: '+81350000281',
  },
];
