/** How a form tells people that a field is there for robots. */
export const TRAP_TEXT =
  /honeypot|validation purposes|leave (?:this |it |the )?(?:field |box )?(?:blank|empty)|do not fill|nicht ausfüllen|leer lassen|ne pas remplir|laisser? (?:ce champ )?vide|no rellen|niet invullen/i;
