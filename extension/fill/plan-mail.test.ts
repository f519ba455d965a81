import { describe, expect, it } from 'vitest';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import { planMail } from './plan-mail.ts';

type Row = readonly [label: string, name: string, token?: FieldToken, options?: string];

const DOMAINS = '직접입력|naver.example|daum.example';

function plan(...rows: Row[]): Record<string, string[] | null> {
  const fields = rows.map(([label, name, token = 'email', options = '']) => ({
    token,
    field: { ...describeLabelled(label, { name, ...offer(options) }), key: name },
  }));
  return Object.fromEntries(planMail(fields, 'q7x@mail.example'));
}

function offer(options: string): Partial<FieldDescription> {
  const offered = options.split('|').map(text => ({ value: text, text }));
  return options ? { tag: 'select', type: 'select', options: offered, optionCount: offered.length } : {};
}

describe('a mail address in two inputs', () => {
  const halves = (first: string, second: string) => ({ [first]: ['q7x'], [second]: ['mail.example'] });
  const list = ['', 'email3', 'none', DOMAINS] as const;
  it.each<[string, Row[], Record<string, string[] | null>]>([
    ['numbered', [['이메일', 'email1'], ['', 'email2'], list], halves('email1', 'email2')],
    [
      'without a list',
      [
        ['メール', 'mail_1'],
        ['', 'mail_2'],
      ],
      halves('mail_1', 'mail_2'),
    ],
    ['with a list between', [['이메일', 'mail_id'], list, ['', 'mail_etc']], halves('mail_id', 'mail_etc')],
    [
      'that says so',
      [
        ['E-mail', 'user'],
        ['도메인', 'mailDomain'],
      ],
      halves('user', 'mailDomain'),
    ],
    [
      'whose second half is taken for nothing',
      [['이메일', 'email_id'], ['', 'email_domain', 'none'], list],
      halves('email_id', 'email_domain'),
    ],
    ['before a list alone', [['이메일', 'mail_id'], list], { mail_id: null }],
  ])('%s', (_how, rows, planned) => {
    expect(plan(...rows)).toEqual(planned);
  });

  it.each<[string, Row[]]>([
    ['a mail address alone', [['Email', 'email']]],
    [
      'one that is asked for again',
      [
        ['Email', 'email1'],
        ['Confirm email', 'email2'],
      ],
    ],
    [
      'one that is asked for again without a word',
      [
        ['Email', 'email'],
        ['', 'email2'],
      ],
    ],
    [
      'one before a list of something else',
      [
        ['Email', 'email'],
        ['Country', 'c', 'country', 'France|Spain'],
      ],
    ],
  ])('is not %s', (_how, rows) => {
    expect(plan(...rows)).toEqual({});
  });
});
