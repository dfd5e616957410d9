/** Signatures and cards in Latin letters, and what is in them. */

import type { Sample } from './sample'

export const ENGLISH: readonly Sample[] = [
  {
    case: 'a plain signature',
    text: 'Best regards,\nAnna Berg\nHead of Sales\nNordlicht GmbH\nT +49 30 1234567\nM +49 171 5551234\nanna.berg@nordlicht.example',
    card: {
      name: 'Anna Berg',
      title: 'Head of Sales',
      company: 'Nordlicht GmbH',
      phone: '+49 30 1234567',
      mobile: '+49 171 5551234',
      email: 'anna.berg@nordlicht.example',
    },
  },
  {
    case: 'everything on one line',
    text: 'John Smith | VP Engineering | Acme Inc. | +1 (415) 555-0134 | john@acme.example | www.acme.example',
    card: {
      name: 'John Smith',
      title: 'VP Engineering',
      company: 'Acme Inc.',
      phone: '+1 (415) 555-0134',
      email: 'john@acme.example',
      url: 'https://www.acme.example',
    },
  },
  {
    case: 'the title after a comma',
    text: 'Claire Fontaine, CEO\nFontaine SARL',
    card: { name: 'Claire Fontaine', title: 'CEO', company: 'Fontaine SARL' },
  },
  {
    case: 'labels with colons',
    text: 'Name: Mary Jones\nTitle: Purchasing Manager\nCompany: Harbour Foods Ltd\nPhone: 020 7946 0018\nE-mail: mary@harbour.example',
    card: {
      name: 'Mary Jones',
      title: 'Purchasing Manager',
      company: 'Harbour Foods Ltd',
      phone: '020 7946 0018',
      email: 'mary@harbour.example',
    },
  },
  {
    case: 'a German address over two lines',
    text: 'Jürgen Groß\nGroß & Söhne GmbH & Co. KG\nHauptstraße 12\n10115 Berlin\nGermany',
    card: {
      name: 'Jürgen Groß',
      company: 'Groß & Söhne GmbH & Co. KG',
      address: { street: 'Hauptstraße 12', postal: '10115', city: 'Berlin', country: 'DE' },
    },
  },
  {
    case: 'an American address on one line',
    text: 'Pat Doe\n500 Main St, Springfield, IL 62701',
    card: {
      name: 'Pat Doe',
      address: { street: '500 Main St', city: 'Springfield', region: 'IL', postal: '62701', country: 'US' },
    },
  },
  {
    case: 'a British address',
    text: 'Oliver Reed\nReed Logistics Ltd\n10 Dock Road, London E16 1AH\nUnited Kingdom',
    card: {
      name: 'Oliver Reed',
      company: 'Reed Logistics Ltd',
      address: { street: '10 Dock Road', city: 'London', postal: 'E16 1AH', country: 'GB' },
    },
  },
  {
    case: 'a fax that nobody wants',
    text: 'Tel: +44 20 7946 0018  Fax: +44 20 7946 0019\ninfo@reed.example',
    card: { phone: '+44 20 7946 0018', email: 'info@reed.example' },
  },
  {
    case: 'a mail program that puts links in angle brackets',
    text: 'Lena Vogt\nlena@vogt.example <mailto:lena@vogt.example>\nwww.vogt.example <http://www.vogt.example/>',
    card: { name: 'Lena Vogt', email: 'lena@vogt.example', url: 'https://www.vogt.example' },
  },
  {
    case: 'a doctor',
    text: 'Dr. Emil von Hohenfels\nResearch Director\nInstitute\n',
    card: { name: 'Emil von Hohenfels', title: 'Research Director', company: 'Institute' },
  },
  {
    case: 'a department',
    text: 'Tomas Novak\nProcurement Department\nSkoda Works a/s',
    card: { name: 'Tomas Novak', department: 'Procurement Department', company: 'Skoda Works a/s' },
  },
  {
    case: 'phone with an extension',
    text: 'Jane Roe\nPhone: (212) 555-0199 ext 42',
    card: { name: 'Jane Roe', phone: '(212) 555-0199 ext 42' },
  },
  {
    case: 'bullets between facts',
    text: 'Ingrid Olsen • Account Manager • Fjord AB',
    card: { name: 'Ingrid Olsen', title: 'Account Manager', company: 'Fjord AB' },
  },
  {
    case: 'two numbers on one line, letters as labels',
    text: 'Max Power\nT: +43 1 555 0101 | M: +43 660 555 0102',
    card: { name: 'Max Power', phone: '+43 1 555 0101', mobile: '+43 660 555 0102' },
  },
  {
    case: 'a phone that sends its own signature',
    text: 'Lucy Liu\nlucy@example.com\nSent from my iPhone',
    card: { name: 'Lucy Liu', email: 'lucy@example.com' },
  },
  {
    case: 'only contact facts',
    text: 'sales@pier.example\n+1 206 555 0100',
    card: { email: 'sales@pier.example', phone: '+1 206 555 0100' },
  },
  {
    case: 'an address with a country and a title before the company',
    text: 'Marie Curie\nDirecteur at Radium SAS\n11 rue Pierre, 75005 Paris, France',
    card: {
      name: 'Marie Curie',
      title: 'Directeur',
      company: 'Radium SAS',
      address: { street: '11 rue Pierre', postal: '75005', city: 'Paris', country: 'FR' },
    },
  },
  {
    case: 'a website without www',
    text: 'Noah Kim\nnorthwind.io',
    card: { name: 'Noah Kim', url: 'https://northwind.io' },
  },
  {
    case: 'international number with 00 and (0)',
    text: 'Telefon: 0049 (0)89 123456',
    card: { phone: '+49 89 123456' },
  },
  {
    case: 'a quoted signature',
    text: '> --\n> Paul Klee\n> Art Director\n> paul@klee.example',
    card: { name: 'Paul Klee', title: 'Art Director', email: 'paul@klee.example' },
  },
  { case: 'nothing at all', text: '', card: {} },
  { case: 'a sentence that is no card', text: 'see you at the fair next week, and thanks for the fish', card: {} },
]
