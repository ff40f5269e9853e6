/**
 * Stands in for the package d3-color (see vite.config.ts). React Flow moves the view with d3-zoom, whose transitions could
 * also blend colours. Nothing here blends any, and reading them all would be 4 kB of the first picture.
 */
function noColor(): null {
  return null;
}

export {
  noColor as color,
  noColor as cubehelix,
  noColor as hcl,
  noColor as hsl,
  noColor as lab,
  noColor as rgb,
};
