/** The version that is written. */
export const FILE_VERSION = 2;
