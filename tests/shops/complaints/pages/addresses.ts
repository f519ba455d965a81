import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, STATES, select } from '../controls.ts';

const PERSON = `${input('First name', 'given')}${input('Last name', 'family')}`;
const PLACE = `${input('City', 'city')}${select('State', 'state', STATES)}${input('ZIP code', 'postcode')}`;

/** What goes wrong with plain fields. */
export const ADDRESS_PAGES: readonly ComplaintPage[] = [
  {
    name: 'street-in-city',
    complaint: 'the street is written into street alone, though all fields are called address something',
    ...{ country: 'US', language: 'en' },
    fields: `${input('Full name', 'name', 'name="address_name"')}
      ${input('Address', 'street', 'name="address_1" id="address-1"')}
      ${input('City', 'city', 'name="address_2" id="address-2"')}
      ${input('State', 'state', 'name="address_3" id="address-3"')}
      ${input('Postal code', 'postcode', 'name="address_4" id="address-4"')}`,
    holds: { street: '/^1420 NW Lovejoy St, PMB \\d{5}$/', city: 'Portland', postcode: '97209' },
  },
  {
    name: 'label-only',
    complaint: 'fields that have nothing but a label are filled',
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}${input('Street address', 'street')}${input('Apartment, suite, etc. (optional)', 'line2')}${PLACE}
      ${input('Phone', 'tel')}`,
    holds: { street: '1420 NW Lovejoy St', line2: '/^PMB \\d{5}$/', state: 'OR' },
  },
  {
    name: 'floating-labels',
    complaint: 'floating labels that stand after an input without name are read',
    ...{ country: 'US', language: 'en' },
    fields: `<style>.float{position:relative;margin:12px 0}.float input{padding:16px 4px 4px;width:300px}
      .float label{position:absolute;left:6px;top:10px;margin:0;pointer-events:none}</style>${[
        ['given', 'First name'],
        ['family', 'Last name'],
        ['street', 'Street address'],
        ['city', 'City'],
        ['state', 'State'],
        ['postcode', 'ZIP code'],
      ]
        .map(
          ([key, label]) =>
            `<div class="float"><input id="f-${key}" data-key="${key}" placeholder=" "><label for="f-${key}">${label}</label></div>`,
        )
        .join('')}`,
    holds: { street: '/^1420 NW Lovejoy St, PMB \\d{5}$/', city: 'Portland' },
  },
  {
    name: 'confirm-mail',
    complaint: 'the mail address is written again where it is asked for twice',
    ...{ country: 'US', language: 'en' },
    fields: `${input('Email', 'email', 'type="email"')}${input('Confirm email', 'email2', 'type="email" onpaste="return false"')}
      ${PERSON}${input('Street address', 'street')}${PLACE}`,
  },
  {
    name: 'typed-values',
    complaint: 'what the owner typed stays',
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}${input('Street address', 'street')}${PLACE}`,
    script: `for (const [key, value] of [['given', 'Wren'], ['city', 'Salem']]) {
      const field = document.querySelector('[data-key=' + key + ']'); field.value = value; }`,
    holds: { given: 'Wren', city: 'Salem' },
    unfilled: { 'First name': 'kept_owner_value', City: 'kept_owner_value' },
  },
  {
    name: 'prompts-in-values',
    complaint: 'what a page writes into empty fields to name them is written over',
    ...{ country: 'US', language: 'en' },
    fields: [
      ['given', 'First name'],
      ['family', 'Last name'],
      ['street', 'Street address'],
      ['city', 'City'],
      ['state', 'State'],
      ['postcode', 'ZIP code'],
    ]
      .map(([key, prompt]) => `<p><input data-key="${key}" value="${prompt}"></p>`)
      .join(''),
    holds: { street: '/^1420 NW Lovejoy St, PMB \\d{5}$/', city: 'Portland', postcode: '97209' },
  },
  {
    name: 'honeypots',
    complaint: 'fields that only a robot sees stay empty',
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}${input('Street address', 'street')}${PLACE}
      <div style="position:absolute;left:-9999px">${input('Company phone', 'trap-1', 'name="phone"')}</div>
      <div style="height:0;overflow:hidden">${input('Email', 'trap-2', 'name="email" tabindex="-1"')}</div>
      <div style="opacity:0;height:30px">${input('Last name', 'trap-3', 'autocomplete="family-name"')}</div>
      <div style="position:relative;height:40px"><div style="position:absolute;inset:0;z-index:2;background:#fff"></div>
        ${input('Phone', 'trap-4', 'autocomplete="tel"')}</div>
      <select data-key="trap-5" aria-label="Country" style="display:none"><option value=""><option value="US">United States</select>`,
    unfilled: { Phone: 'not_visible' },
  },
  {
    name: 'foreign-frame',
    complaint: 'a form in a frame of another site gets no address',
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}${input('Street address', 'street')}${PLACE}<iframe title="Advertisement" width="400" height="300"></iframe>`,
    script: `document.querySelector('iframe').src = 'http://elsewhere.localhost:' + location.port + '/label-only';`,
  },
  {
    name: 'suggestions',
    complaint:
      "the shop's own list of suggestions neither stays open over the form nor changes what was written",
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}<div style="position:relative">${input('Street address', 'street', 'autocomplete="off"')}
      <ul id="list" hidden style="position:absolute;z-index:9;margin:0;background:#fff;border:1px solid;height:160px">
      <li>1420 Elsewhere Ave, Reno, NV 89501</ul></div>${PLACE}`,
    script: `const [street, list] = [document.querySelector('[data-key=street]'), document.getElementById('list')];
      street.addEventListener('input', () => { list.hidden = street.value.length < 3; });
      street.addEventListener('blur', () => { list.hidden = true; });
      list.addEventListener('click', () => { street.value = '1420 Elsewhere Ave'; });`,
    holds: { street: '/Lovejoy/', postcode: '97209' },
  },
  {
    name: 'narrow-lines',
    complaint: 'lines are distributed by what each field holds, and the code is never cut off',
    ...{ country: 'US', language: 'en' },
    fields: `${PERSON}${input('Address', 'street', 'maxlength="27"')}${PLACE}`,
    holds: { street: '/^1420 NW Lovejoy St # \\d{5}$/' },
  },
  {
    name: 'two-steps',
    complaint: 'the second step of a checkout is filled as the first was',
    ...{ country: 'US', language: 'en' },
    fields: `<div id="one">${PERSON}${input('Email', 'email', 'type="email"')}${input('Phone', 'tel', 'type="tel"')}
      <button type="button" id="next">Continue to delivery</button></div><div id="two"></div>`,
    script: `document.getElementById('next').addEventListener('click', () => {
      document.getElementById('one').hidden = true;
      document.getElementById('two').innerHTML = ${JSON.stringify(
        `${input('Street address', 'street')}${PLACE}${select('Country', 'country', COUNTRIES)}`,
      )};
    });`,
    next: 'Continue to delivery',
    holds: { country: 'US', state: 'OR' },
  },
];
