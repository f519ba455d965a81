import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';

/** What is asked of somebody or something else, in a form that asks its reader for something too. */
const OTHERS: readonly string[] = [
  'Name of the deceased',
  'Country of manufacture',
  "Child's first name",
  'License plate state',
  'Previous address',
  'Emergency phone',
  'First 6 digits of your debit card',
  'Code from email',
  'Filter by country',
  'Company registration number',
  'Name Ihres Hundes',
  'Telefon des Arztes',
  'Land der Herstellung',
  'Nom du chien',
  "Prénom de l'enfant",
  'Nombre de la mascota',
  'Ciudad del evento',
  'Nome del cane',
  'Naam van de hond',
  'Nome do cachorro',
  'E-mail do amigo',
  'Imię dziecka',
  'Имя ребенка',
  'ペットの名前',
  '자녀 이름',
  'Name on check',
  'Spouse first name',
  'Issuing province',
  'Name of the event',
  'Name of the hotel',
  'Landlord phone',
  "Partner's last name",
  'Arrival city',
  'State of incorporation',
  'Wallet address',
  'Name an der Klingel',
  'Nom du projet',
  'Ville de départ',
  'Nombre del colegio',
  'Città di partenza',
  'Nome da escola',
  'Imię zwierzaka',
  'Hestens navn',
  'Pårørendes telefon',
  'Okul adı',
  'Naam op het certificaat',
  'Trade reference 1: phone',
  'Filtrar por distrito',
];

/** What is of the one who buys, pays or gets it. */
const OWN: Readonly<Record<string, string>> = {
  'Country of residence': 'country',
  'Name of recipient': 'name',
  'Nombre completo del titular': 'name',
  'Telefone do titular': 'tel',
  'Name des Eigentümers': 'name',
  'Ulica do faktury': 'address-line1',
  'Kod pocztowy do faktury': 'postal-code',
  "Ville de l'établissement": 'address-level2',
  'Morada de entrega': 'address-line1',
  'Ville de livraison': 'address-level2',
  'Téléphone du destinataire': 'tel',
  "Email de l'entreprise": 'email',
  'Número de teléfono de contacto': 'tel',
  'Email de confirmación': 'email',
  'Teléfono de casa': 'tel',
  'País de destino': 'country',
  'Nom du payeur': 'name',
  'Name des Rechnungsempfängers': 'name',
  'Kraj do wysyłki': 'country',
  'Adresse de la rue de la Paix': 'address-line1',
  'Evening phone': 'tel',
  'Legal first name': 'given-name',
  'Mailing address': 'address-line1',
  'Delivery city': 'address-level2',
  'Name des Bestellers': 'name',
  'PLZ der Packstation': 'postal-code',
  'Nome do cliente': 'name',
  'Dit navn': 'name',
  "What's your name?": 'name',
  'Имя получателя': 'name',
  'Billing: first name': 'given-name',
};

const tokenOf = (label: string) => classifyFields([describeLabelled(label)])[0]?.token;

describe('what is asked of others', () => {
  for (const label of OTHERS) {
    it(`"${label}" is not asked of the one who buys`, () => {
      expect(tokenOf(label)).toBe('none');
    });
  }

  for (const [label, token] of Object.entries(OWN)) {
    it(`"${label}" is`, () => {
      expect(tokenOf(label)).toBe(token);
    });
  }

  it('below a reference stands who knows the one who writes', () => {
    const own = describeLabelled('Nom');
    const theirs = describeLabelled('Téléphone', { sections: ['Personne de référence'] });
    expect(classifyFields([own, theirs]).map(({ token }) => token)).toEqual(['name', 'none']);
  });
});
