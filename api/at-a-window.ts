/**
 * Addresses under which a supplier meets a window: until the opening nothing that the portal keeps of a request may tell who met
 * which one, neither its log nor its numbers nor the last use of a token.
 */
const AT_A_WINDOW = /^(?<before>(?:\/api\/v1)?\/procurements\/)[^/]+\/(?<page>quotation|application|offer)(?=\/|$)/;
/** Sealed files name no procurement; who sends one is about to hand something in. */
const SEALED_FILES = /^(?:\/api\/v1)?\/sealed-files\/?$/;

export const isAtAWindow = (path: string): boolean => AT_A_WINDOW.test(path) || SEALED_FILES.test(path);

/** The same address without the procurement. */
export const hiddenPath = (path: string): string => path.replace(AT_A_WINDOW, '$<before>[hidden]/$<page>');
