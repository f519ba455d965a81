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
});
