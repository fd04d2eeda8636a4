import { EDS_KEY } from './texts/eds.ts';
import { FRAME } from './texts/frame.ts';
import { SIGN_IN } from './texts/sign-in.ts';
import { inLanguage, type Language } from './texts/texts.ts';

/** `eds-key`: file and password of a signing key. The fields carry no name, so that no form can send them. */
export function edsKeyView(language: Language) {
  const { show, hide, showLabel, hideLabel, shown, hidden } = inLanguage(SIGN_IN, language);
  const { fileChoose, fileDrop, fileNone, fileMany, fileEntered, fileLeft } = inLanguage(FRAME, language);
  return {
    t: inLanguage(EDS_KEY, language),
    toggle: { show, hide, showLabel, hideLabel, shown, hidden },
    words: { choose: fileChoose, drop: fileDrop, none: fileNone, many: fileMany, entered: fileEntered, left: fileLeft },
  };
}
