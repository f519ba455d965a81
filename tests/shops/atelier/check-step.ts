import {
  isAddressLine,
  isCardNumber,
  isCsc,
  isEmailAddress,
  isExpiry,
  isPersonName,
  isPhone,
  isPostcode,
  mentionsPostBox,
} from '../checks.ts';
import type { CheckoutData, Errors, Step } from './steps.ts';

type Check = readonly [holds: boolean, field: keyof CheckoutData, text: string];

/** What is wrong with the fields of one step. The last step checks all of them. */
export function checkStep(step: Step, data: CheckoutData, nowMs: number): Errors {
  const checks = {
    kontakt: checkContact(data),
    lieferung: checkDelivery(data),
    zahlung: checkPayment(data, nowMs),
    pruefen: [...checkContact(data), ...checkDelivery(data), ...checkPayment(data, nowMs)],
  }[step];
  return Object.fromEntries(checks.flatMap(([holds, field, text]) => (holds ? [] : [[field, text]])));
}

function checkContact({ email, vorname, nachname, telefon, land }: CheckoutData): Check[] {
  return [
    [isEmailAddress(email), 'email', 'Bitte geben Sie eine gültige E-Mail-Adresse ein.'],
    [isPersonName(vorname), 'vorname', 'Bitte geben Sie Ihren Vornamen ein.'],
    [isPersonName(nachname), 'nachname', 'Bitte geben Sie Ihren Nachnamen ein.'],
    [isPhone(telefon, land), 'telefon', 'Bitte geben Sie eine gültige Telefonnummer ein.'],
  ];
}

function checkDelivery({ strasse, hausnummer, zusatz, plz, ort, land }: CheckoutData): Check[] {
  return [
    [isAddressLine(strasse) && !mentionsPostBox(strasse), 'strasse', 'Bitte geben Sie die Straße ein.'],
    [/^\d+\s?[a-z]?([-/]\d+[a-z]?)?$/i.test(hausnummer), 'hausnummer', 'Hausnummer fehlt.'],
    [zusatz === '' || (isAddressLine(zusatz) && !mentionsPostBox(zusatz)), 'zusatz', 'Bitte prüfen.'],
    [isPostcode(plz, land), 'plz', 'Bitte prüfen Sie die Postleitzahl.'],
    [isPersonName(ort), 'ort', 'Bitte geben Sie den Ort ein.'],
  ];
}

function checkPayment(data: CheckoutData, nowMs: number): Check[] {
  const [month = '', year = ''] = data.gueltigBis.split('/').map(part => part.trim());
  return [
    [isPersonName(data.karteninhaber), 'karteninhaber', 'Name wie auf der Karte.'],
    [isCardNumber(data.kartennummer), 'kartennummer', 'Diese Kartennummer ist nicht gültig.'],
    [isExpiry(month, year, nowMs), 'gueltigBis', 'Bitte prüfen Sie das Ablaufdatum.'],
    [isCsc(data.pruefziffer), 'pruefziffer', '3 oder 4 Ziffern.'],
  ];
}
