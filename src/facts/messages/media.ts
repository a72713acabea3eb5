/** From this day on the API was seen to name the media type that it found; before, only the declared one. */
const mediaTypeFoundSince = '2026-01-15';

/** The API's sentences about images, documents and URLs. */
export const mediaMessages = {
  mediaTypeMismatch: (declared: string, found: string, asOf: string | undefined) =>
    namesFoundMediaType(asOf)
      ? `The image was specified using the ${declared} media type, but the image appears to be a ${found} image`
      : `Image does not match the provided media type ${declared}`,
  formatUnsupported: (declared: string) => `Image format ${declared} not supported`,
  imageEmpty: 'image cannot be empty',
  base64Invalid: 'invalid base64 data',
  imageUnreadable: 'Could not process image',
  imageBytes: (bytes: number, limit: number) =>
    `image exceeds ${limit / (1024 * 1024)} MB maximum: ${bytes} bytes > ${limit} bytes`,
  imageSide: (limit: number) => `At least one of the image dimensions exceed max allowed size: ${limit} pixels`,
  imageSideAmongMany: (limit: number) =>
    `At least one of the image dimensions exceed max allowed size for many-image requests: ${limit} pixels`,
  urlSources: 'URL sources are not supported',
  pdfInvalid: 'The PDF specified was not valid.',
  pdfEncrypted: 'The PDF specified is password protected.',
  pdfPages: (limit: number) => `A maximum of ${limit} PDF pages may be provided.`,
  containerUpload: 'container_upload blocks can only be used when a code execution tool is enabled',
} as const;

/** Whether the mismatch text of that day stands at `…base64` and names both types; otherwise at `…base64.data`. */
export function namesFoundMediaType(asOf: string | undefined): boolean {
  return asOf === undefined || asOf >= mediaTypeFoundSince;
}
