/** Tells a program under `faultline run` the address of its recorder. */
export const recorderVariable = 'FAULTLINE_RECORDER';
