import { SPACELESS } from './rules/lexicon.ts';

const FILLERS = new Set(
  'your my the a an of or and please enter select choose type in optional required billing shipping delivery current new primary votre ihre ihren su tu il la le de del della des du do da di und et y e en van der die das d l na ваш ваше укажите введите obligatoire pflichtfeld obligatorio verplicht wymagane entrez saisissez introduce introduzca ingresa escribe digite insira seu sua inserisci geben sie ein bitte vul uw je zadejte vas podaj wpisz wybierz swoj ange skriv din ditt indtast angi syota girin'.split(
    ' ',
  ),
);
const SIGN_FILLERS =
  /[을를] ?(?:입력|선택)\S*(?: ?주세요| ?하세요)?|입력해?\S*|を?(?:ご?入力|選択)(?:して)?(?:ください)?|请(?:输入|选择|填写)您?的?|請(?:輸入|選擇|填寫)您?的?/g;

/** Letters of the words of a folded text that say something. */
export function measureText(folded: string): number {
  const said = folded
    .split(' ')
    .filter(word => word && !FILLERS.has(word))
    .join(' ');
  return (SPACELESS.test(said) ? said.replace(SIGN_FILLERS, '').trim() : said).length;
}
