import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** What the built page may do. Nothing from elsewhere, nothing inline: a design never leaves the tab. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A static site has no response headers of its own, so the policy rides in the page. Not in `vite dev`, which needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "pathlight:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Keeps the whole site for use without a network. Browsers offer service workers over https and on localhost only. */
function offline() {
  return VitePWA({
    injectRegister: "script-defer",
    manifest: {
      name: "Pathlight",
      short_name: "Pathlight",
      description:
        "Draw AWS networks, edit security groups as in the console, and see the allowed paths live.",
      start_url: "./",
      scope: "./",
      display: "standalone",
      background_color: "#ffffff",
      theme_color: "#0f141a",
      icons: [{ src: "icons/pathlight.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
    },
    workbox: {
      globPatterns: ["**/*.{html,js,css,json,svg,png,ico,woff2,webmanifest}"],
      // The layout worker (elkjs) is one file of 1.5 MB.
      maximumFileSizeToCacheInBytes: 4_000_000,
      // A new version waits until the last tab of the old one is closed, because a page needs the lazy files it was
      // built with. The very first version serves the page that brought it at once.
      clientsClaim: true,
      skipWaiting: false,
    },
  });
}

export default defineConfig({
  // Relative addresses: the built folder works from any path of any host.
  base: "./",
  plugins: [react(), contentSecurityPolicy(), offline()],
  // What React Flow brings along and the canvas has no use for: see app/canvas/d3-color.ts.
  resolve: { alias: { "d3-color": fileURLToPath(new URL("app/canvas/d3-color.ts", import.meta.url)) } },
  worker: { format: "es" },
  build: {
    // Read by the size budgets in e2e.
    manifest: true,
    modulePreload: { polyfill: false },
    // Fonts and pictures as files, so that the ones not needed are not fetched.
    assetsInlineLimit: 0,
    // Sizes are watched by e2e/budgets.spec.ts instead.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // First what the page needs at once, then Cloudscape and all that only it needs: no chunk depends on another twice.
          groups: [
            { name: "canvas", tags: ["$initial"], priority: 2 },
            { name: "forms", test: /node_modules[\\/]@cloudscape-design[\\/]/, priority: 1 },
            // What follows the first picture at once: a file for each would cost the page's list of files more than it holds.
            {
              name: "next",
              test: /[\\/](app[\\/](file|analysis|shell)|app[\\/]canvas[\\/](lens|rule-lights|reveal|new-vpc-question|ArrowTip|PaletteSections|FrameBadges|CanvasTools|Overlays))/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
