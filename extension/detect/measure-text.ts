import { rememberEach } from './remember-each.ts';
import { SPACELESS } from './rules/lexicon.ts';
import { isListed } from './rules/match-rules.ts';

const SIGN_FILLERS =
  /必須|任意|필수|[을를] ?(?:입력|선택)\S*(?: ?주세요| ?하세요)?|입력해?\S*|を?(?:ご?入力|選択)(?:して)?(?:ください)?|请(?:输入|选择|填写)您?的?|請(?:輸入|選擇|填寫)您?的?/g;

/** Letters of the words of a folded text that say something. */
export const measureText = rememberEach((folded): number => {
  const said = folded
    .split(' ')
    .filter(word => word && !isListed('fillers', word))
    .join(' ');
  return (SPACELESS.test(said) ? said.replace(SIGN_FILLERS, '').replaceAll(' ', '') : said).length;
});
