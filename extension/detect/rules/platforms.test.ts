import { describe, expect, it } from 'vitest';
import { classifyFields } from '../classify-fields.ts';
import { describeLabelled } from '../describe-labelled.ts';
import type { FieldDescription } from '../field-description.ts';

/** What the forms of common platforms call their controls, in their order, and what each asks for. */
const PLATFORMS: Readonly<Record<string, string>> = {
  WooCommerce:
    'billing_first_name=given-name billing_last_name=family-name billing_company=organization billing_country=country billing_address_1=address-line1 billing_address_2=address-line2 billing_city=address-level2 billing_state=address-level1 billing_postcode=postal-code billing_phone=tel billing_email=email order_comments=none coupon_code=none wc-stripe-card-number=cc-number',
  'Magento 2':
    'firstname=given-name lastname=family-name company=organization street[0]=address-line1 street[1]=address-line2 street[2]=address-line3 city=address-level2 region_id=address-level1 postcode=postal-code country_id=country telephone=tel vat_id=none fax=none payment[cc_type]=cc-type payment[cc_number]=cc-number payment[cc_exp_month]=cc-exp-month payment[cc_exp_year]=cc-exp-year payment[cc_cid]=cc-csc',
  'Magento 1':
    'billing[firstname]=given-name billing[lastname]=family-name billing[company]=organization billing[email]=email billing[street][]=address-line1 billing[street][]=address-line2 billing[city]=address-level2 billing[region_id]=address-level1 billing[region]=address-level1 billing[postcode]=postal-code billing[country_id]=country billing[telephone]=tel billing[fax]=none payment[cc_owner]=cc-name payment[cc_number]=cc-number',
  PrestaShop:
    'alias=none firstname=given-name lastname=family-name company=organization vat_number=none address1=address-line1 address2=address-line2 postcode=postal-code city=address-level2 id_country=country id_state=address-level1 phone=tel phone_mobile=tel dni=none',
  OpenCart:
    'firstname=given-name lastname=family-name email=email telephone=tel fax=none company=organization address_1=address-line1 address_2=address-line2 city=address-level2 postcode=postal-code country_id=country zone_id=address-level1',
  Shopify:
    'checkout[email]=email checkout[shipping_address][first_name]=given-name checkout[shipping_address][last_name]=family-name checkout[shipping_address][company]=organization checkout[shipping_address][address1]=address-line1 checkout[shipping_address][address2]=address-line2 checkout[shipping_address][city]=address-level2 checkout[shipping_address][country]=country checkout[shipping_address][province]=address-level1 checkout[shipping_address][zip]=postal-code checkout[shipping_address][phone]=tel checkout[reduction_code]=none',
  'Shopify card frame': 'number=cc-number name=cc-name expiry=cc-exp verification_value=cc-csc',
  'Salesforce Commerce':
    'dwfrm_billing_billingAddress_addressFields_firstName=given-name dwfrm_billing_billingAddress_addressFields_lastName=family-name dwfrm_billing_billingAddress_addressFields_address1=address-line1 dwfrm_billing_billingAddress_addressFields_address2=address-line2 dwfrm_billing_billingAddress_addressFields_city=address-level2 dwfrm_billing_billingAddress_addressFields_states_state=address-level1 dwfrm_billing_billingAddress_addressFields_zip=postal-code dwfrm_billing_billingAddress_addressFields_postal=postal-code dwfrm_billing_billingAddress_addressFields_country=country dwfrm_billing_billingAddress_addressFields_phone=tel dwfrm_billing_paymentMethods_creditCard_owner=cc-name dwfrm_billing_paymentMethods_creditCard_type=cc-type dwfrm_billing_paymentMethods_creditCard_number=cc-number dwfrm_billing_paymentMethods_creditCard_month=cc-exp-month dwfrm_billing_paymentMethods_creditCard_year=cc-exp-year dwfrm_billing_paymentMethods_creditCard_cvn=cc-csc dwfrm_billing_couponCode=none dwfrm_login_username=none dwfrm_billing_giftCertCode=none',
  'SAP Commerce':
    'titleCode=none firstName=given-name lastName=family-name line1=address-line1 line2=address-line2 townCity=address-level2 regionIso=address-level1 postcode=postal-code countryIso=country phone=tel card_cardType=cc-type card_nameOnCard=cc-name card_accountNumber=cc-number card_expirationMonth=cc-exp-month card_expirationYear=cc-exp-year card_cvNumber=cc-csc billTo_firstName=given-name billTo_street1=address-line1 billTo_street2=address-line2 billTo_city=address-level2 billTo_postalCode=postal-code billTo_country=country',
  CyberSource:
    'bill_to_forename=given-name bill_to_surname=family-name bill_to_address_line1=address-line1 bill_to_address_line2=address-line2 bill_to_address_city=address-level2 bill_to_address_state=address-level1 bill_to_address_country=country bill_to_address_postal_code=postal-code bill_to_phone=tel bill_to_email=email card_type=cc-type card_number=cc-number card_expiry_month=cc-exp-month card_expiry_year=cc-exp-year card_cvn=cc-csc',
  'ECML (RFC 4112)':
    'Ecom_ShipTo_Postal_Name_First=given-name Ecom_ShipTo_Postal_Name_Middle=additional-name Ecom_ShipTo_Postal_Name_Last=family-name Ecom_ShipTo_Postal_Street_Line1=address-line1 Ecom_ShipTo_Postal_Street_Line2=address-line2 Ecom_ShipTo_Postal_City=address-level2 Ecom_ShipTo_Postal_StateProv=address-level1 Ecom_ShipTo_Postal_PostalCode=postal-code Ecom_ShipTo_Postal_CountryCode=country Ecom_ShipTo_Telecom_Phone_Number=tel Ecom_ShipTo_Online_Email=email Ecom_Payment_Card_Name=cc-name Ecom_Payment_Card_Type=cc-type Ecom_Payment_Card_Number=cc-number Ecom_Payment_Card_Verification=cc-csc Ecom_Payment_Card_ExpDate_Month=cc-exp-month Ecom_Payment_Card_ExpDate_Year=cc-exp-year',
  'Authorize.Net':
    'x_first_name=given-name x_last_name=family-name x_company=organization x_address=address-line1 x_city=address-level2 x_state=address-level1 x_zip=postal-code x_country=country x_phone=tel x_fax=none x_email=email x_card_num=cc-number x_exp_date=cc-exp x_card_code=cc-csc',
  Adyen:
    'encryptedCardNumber=cc-number encryptedExpiryDate=cc-exp encryptedSecurityCode=cc-csc holderName=cc-name',
  'Adyen, expiry in two':
    'encryptedCardNumber=cc-number encryptedExpiryMonth=cc-exp-month encryptedExpiryYear=cc-exp-year encryptedSecurityCode=cc-csc',
  Braintree:
    'credit-card-number=cc-number expiration=cc-exp cvv=cc-csc postal-code=postal-code cardholder-name=cc-name',
  Worldpay:
    'cardNumber=cc-number cardholderName=cc-name expiryMonth=cc-exp-month expiryYear=cc-exp-year securityCode=cc-csc',
  PayPal:
    'ACCT=cc-number cc_number=cc-number expdate_month=cc-exp-month expdate_year=cc-exp-year cvv2_number=cc-csc first_name=given-name last_name=family-name address1=address-line1 address2=address-line2 city=address-level2 state=address-level1 zip=postal-code',
  Datatrans: 'cardno=cc-number expm=cc-exp-month expy=cc-exp-year cvv=cc-csc',
  'Sage Pay':
    'CardHolder=cc-name CardNumber=cc-number ExpiryDateMonth=cc-exp-month ExpiryDateYear=cc-exp-year CV2=cc-csc BillingFirstnames=given-name BillingSurname=family-name BillingAddress1=address-line1 BillingAddress2=address-line2 BillingCity=address-level2 BillingPostCode=postal-code BillingCountry=country BillingPhone=tel CustomerEMail=email',
  Shopware:
    'personalFirstName=given-name personalLastName=family-name billingAddress[company]=organization billingAddress[street]=address-line1 billingAddress[zipcode]=postal-code billingAddress[city]=address-level2 billingAddress[countryId]=country billingAddress[phoneNumber]=tel billingAddress[additionalAddressLine1]=address-line2',
  'a Japanese shop':
    'sei=family-name mei=given-name sei_kana=phonetic-family-name mei_kana=phonetic-given-name zip1=postal-code zip2=postal-code pref=address-level1 tel1=tel-area-code tel2=tel-local-prefix tel3=tel-local-suffix email=email email2=email',
  'a Korean shop':
    'order_name=name zipcode=postal-code address1=address-line1 address2=address-line2 hp1=tel-area-code hp2=tel-local-prefix hp3=tel-local-suffix email1=email',
  'camel case':
    'shippingFirstName=given-name shippingMiddleInitial=additional-name shippingLastName=family-name shippingAddressLine1=address-line1 shippingAddressLine2=address-line2 shippingCity=address-level2 shippingState=address-level1 shippingZip=postal-code shippingPhone=tel shippingPhoneExt=none guestEmail=email confirmEmail=email',
  'prefixed by control':
    'fldFirstName=given-name fldLastName=family-name fldCompanyName=organization fldAddress1=address-line1 fldAddress2=address-line2 fldCity=address-level2 cboState=address-level1 fldZip=postal-code fldDayPhone=tel fldEmail=email ccNum=cc-number ccExpMM=cc-exp-month ccExpYYYY=cc-exp-year ccCVV2=cc-csc ccNameOnCard=cc-name',
  Django:
    '#id_card_number=cc-number #id_name_on_card=cc-name #id_expire_date=cc-exp #id_cvv=cc-csc #id_first_name=given-name',
  'an address before the name':
    'billing_address_first_name=given-name billing_address_last_name=family-name billing_address_company=organization billing_address_city=address-level2 billing_address_phone=tel',
  'a user before all':
    'user_email=email user_tel=tel user_zip=postal-code user_apt=address-line2 user_name=none',
  'in small letters':
    'txtfname=given-name txtlname=family-name txtcompanyname=organization txtaddress=address-line1 txtcity=address-level2 ddlstate=address-level1 txtzip=postal-code txtmail=email',
  'form by form':
    'shippingForm-firstName=given-name shippingForm-state=address-level1 shippingForm-stateName=address-level1 shippingContactNumber=tel',
  'address first':
    'recipientName=name addressLine1=address-line1 addressLine2=address-line2 addressCity=address-level2 addressState=address-level1 addressPostCode=postal-code addressCountry=country contactNumber=tel creditCardNo=cc-number creditCardHolder=cc-name creditCardExpiryMonth=cc-exp-month creditCardExpiryYear=cc-exp-year creditCardCvv=cc-csc',
  'an airline':
    'passenger.firstName=given-name passenger.lastName=family-name contact.countryCallingCode=tel-country-code contact.areaCode=tel-area-code contact.phoneNumber=tel-local contact.email=email payment.cardHolder=cc-name payment.cardNo=cc-number payment.expiryMonth=cc-exp-month payment.expiryYear=cc-exp-year payment.securityCode=cc-csc address.street=address-line1 address.zip=postal-code address.city=address-level2 address.country=country',
  'a Dutch shop':
    'voornaam=given-name tussenvoegsel=additional-name achternaam=family-name postcode=postal-code huisnummer=house-number toevoeging=address-line2 straat=address-line1 woonplaats=address-level2 land=country telefoon=tel emailadres=email',
  'a German shop':
    'vorname=given-name nachname=family-name firma=organization strasse=address-line1 hausnummer=house-number adresszusatz=address-line2 plz=postal-code ort=address-level2 land=country telefon=tel email=email',
  'a French shop':
    'prenom=given-name nom=family-name societe=organization adresse=address-line1 complement=address-line2 codePostal=postal-code ville=address-level2 pays=country telephone=tel courriel=email numeroCarte=cc-number cryptogramme=cc-csc',
  'a Spanish shop':
    'nombre=given-name apellidos=family-name empresa=organization direccion=address-line1 numero=house-number piso=address-line2 codigoPostal=postal-code poblacion=address-level2 provincia=address-level1 pais=country telefono=tel correo=email titular=cc-name numeroTarjeta=cc-number',
  'an Italian shop':
    'nome=given-name cognome=family-name azienda=organization indirizzo=address-line1 civico=house-number cap=postal-code citta=address-level2 provincia=address-level1 nazione=country telefono=tel cellulare=tel',
  'a Brazilian shop':
    'nome=given-name sobrenome=family-name cep=postal-code endereco=address-line1 numero=house-number complemento=address-line2 bairro=address-level3 cidade=address-level2 estado=address-level1 telefone=tel celular=tel cpf=none',
  'a Polish shop':
    'imie=given-name nazwisko=family-name ulica=address-line1 nr_domu=house-number nr_lokalu=address-line2 kod_pocztowy=postal-code miasto=address-level2 kraj=country telefon=tel',
  'snake and Pascal case':
    'UserFirstName=given-name UserSurname=family-name Addr_Line_1=address-line1 Addr_Line_2=address-line2 TownOrCity=address-level2 CountyName=address-level1 PostalZip=postal-code DayTelephone=tel EmailAddr=email CardSecurityCode=cc-csc CardExpiration=cc-exp nameOnCreditCard=cc-name creditcard_number=cc-number creditcard_cvc=cc-csc creditcard_exp=cc-exp cc-exp=cc-exp',
  'suffixed by section':
    'first_name_shipping=given-name last_name_shipping=family-name address_line_1_shipping=address-line1 address_line_2_shipping=address-line2 city_shipping=address-level2 state_shipping=address-level1 zip_shipping=postal-code country_shipping=country phone_shipping=tel',
  'ASP.NET':
    'txtShipFirst=given-name txtShipLast=family-name txtShipAddr1=address-line1 txtShipAddr2=address-line2 txtShipCity=address-level2 ddlShipState=address-level1 txtShipZip5=postal-code txtPhoneArea=tel-area-code txtPhoneExchange=tel-local-prefix txtPhoneNumber=tel-local-suffix',
  'short card names':
    'cardHolderName=cc-name pan=cc-number expMonth=cc-exp-month expYear=cc-exp-year cvc2=cc-csc promoCode=none giftCardNumber=none giftCardPin=none',
  'shorter card names':
    'ccname=cc-name ccnumber=cc-number cc_type=cc-type ccmm=cc-exp-month ccyy=cc-exp-year cccode=cc-csc verificationCode=none nickName=none',
};
const CHOICES = /^(?:country|address-level1|cc-type|cc-exp-month|cc-exp-year)$/;
/** A street beside a house number holds the street alone. */
const STREETS = /^(?:street-name|street-address)$/;

function readPlatform(list: string): { name: string; token: string }[] {
  return list.split(' ').map(pair => {
    const at = pair.lastIndexOf('=');
    return { name: pair.slice(0, at), token: pair.slice(at + 1) };
  });
}

function describeNamed(name: string, token: string, key: string): FieldDescription {
  const tag = CHOICES.test(token) && !name.startsWith('encrypted') ? 'select' : 'input';
  const maxLength = /(?:\d|Area|Exchange|Number)$/.test(name) && /^tel-(?:area|local)/.test(token) ? 4 : null;
  if (name.startsWith('#')) return describeLabelled('', { key, id: name.slice(1), tag, maxLength });
  return describeLabelled('', { key, name, tag, maxLength });
}

describe('names alone say what the forms of a platform ask for', () => {
  for (const [platform, list] of Object.entries(PLATFORMS)) {
    it(platform, () => {
      const expected = readPlatform(list);
      const classified = classifyFields(
        expected.map(({ name, token }, at) => describeNamed(name, token, `${at}`)),
      );
      const said = classified.map(({ token }, at) => ({
        name: expected[at]?.name ?? '',
        token: STREETS.test(token) ? 'address-line1' : token,
      }));
      expect(said).toEqual(expected);
    });
  }
});
