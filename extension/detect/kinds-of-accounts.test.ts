import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  'whose account pays': `
    Account holder name [holder] = none
    Sort code = none
    Account number = none
    Card number = cc-number
    Name on card = cc-name`,
  'halves of an expiry that show what they are': `
    Número de tarjeta = cc-number
    Vencimiento "MM" = cc-exp-month
    "AA" = cc-exp-year
    Código de seguridad = cc-csc`,
  'a name that a card is given': `
    Card nickname [creditCardName] = none
    Card number = cc-number
    Kontrollsiffer = cc-csc`,
  'a sign-up that writes to mail or telephone': `
    Full name = name
    Mobile number or email [emailOrPhone] = email
    Password password = none`,
  'a sign-up with a user name beside mail or telephone': `
    "Choose a username" = none
    "Email or phone number" = email
    Password password = none`,
  'a sign-in by mail or telephone, whatever its input takes': `
    Email or mobile phone number [email] email = none
    Password password = none`,
  'a sign-in by one of three': `
    Enter your email, phone or username [login] email = none
    Password password = none`,
  'a sign-in by telephone': `
    Phone tel = none
    Password password = none`,
  'a sign-in of a bank': `
    Card number = none
    Password password = none`,
  'a sign-in by name': `
    Jméno = none
    Heslo password = none`,
  'a card whose code is masked': `
    Card number = cc-number
    CVV password = cc-csc`,
  'a telephone beside a name and a password': `
    Your name = name
    Phone tel = tel
    Password password = none`,
  'a label in the language of the page against an identifier': `
    "Wpisz swój adres e-mail" [username] = email
    "Wybierz hasło" password = none`,
  'a name that developers call a nickname, where there is no account': `
    Имя [nickname] = name
    E-mail = email
    Город = address-level2`,
  'a name that is the name of an account': `
    Имя [username] = none
    Пароль password = none`,
  'whom a search looks for': `
    Имя [searchuser] = none`,
  'a name for robots between the parts of one': `
    Vorname = given-name
    [name] = none
    Nachname = family-name`,
  'what has a name and is no person': `
    Name your filter = none
    Shop name = none`,
  'what is subscribed to': `
    Sign up for our weekly email newsletter [ea] = email`,
  'a new mailbox at a mail provider': `
    New email [member] = none
    [domain] mailboxes = none`,
  'a mail address of one provider or another': `
    이메일 [mail] = email
    [domain] providers = none`,
  'what searches a list that is not shown': `
    Select country [phonecountry__search] hidden = none
    Phone number = tel`,
  'a sign-in on top of a checkout, in one form with it': `
    Email address [loginemail] = none
    Password password = none
    First name = given-name
    Address = address-line1
    Email = email
    Choose a password password = none`,
};

describe('kinds of forms beside a checkout', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }

  it('a mail address that the page calls the name of an account is one only where nothing but a password is beside it', () => {
    const email = describeLabelled('Email', { type: 'email', name: 'email', autocomplete: 'username' });
    const password = describeLabelled('Password', { type: 'password' });
    const tokensOf = (fields: (typeof email)[]) => classifyFields(fields).map(one => one.token);
    expect(tokensOf([email, password])).toEqual(['none', 'none']);
    expect(tokensOf([describeLabelled('First name'), email, password])[1]).toBe('email');
  });

  it('a sign-in that is closed is nobody new beside an address', () => {
    const email = describeLabelled('Email', { type: 'email', visible: false });
    const password = describeLabelled('Password', { type: 'password', visible: false });
    const street = describeLabelled('Street address', { form: 1 });
    expect(classifyFields([email, password, street])[0]?.token).toBe('none');
  });

  it('a word over a sign-in names the form where the control is called a mail address', () => {
    const heading = { texts: [{ source: 'before' as const, text: 'Login' }] };
    expect(classifyFields([describeLabelled('', { name: 'email', ...heading })])[0]?.token).toBe('email');
    expect(classifyFields([describeLabelled('', { name: 'login', ...heading })])[0]?.token).toBe('none');
  });
});
