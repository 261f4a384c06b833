/**
 * What a drawing may consist of: no scripts, no foreign content, no animation (which can set an address
 * later).
 */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath image style
   title desc linearGradient radialGradient stop clipPath mask pattern marker switch filter feBlend
   feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
   feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
   feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `id class style transform d x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height points pathLength
   viewBox preserveAspectRatio version href xlink:href xml:space xml:lang lang role aria-label
   aria-hidden focusable fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
   stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility
   overflow clip clip-path clip-rule clipPathUnits mask mask-type maskUnits maskContentUnits filter
   filterUnits primitiveUnits flood-color flood-opacity lighting-color stop-color stop-opacity offset
   gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
   markerWidth markerHeight markerUnits refX refY orient marker-start marker-mid marker-end paint-order
   vector-effect shape-rendering text-rendering image-rendering color-interpolation
   color-interpolation-filters mix-blend-mode isolation enable-background font-family font-size
   font-style font-weight font-variant font-stretch letter-spacing word-spacing text-anchor
   text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction
   unicode-bidi textLength lengthAdjust rotate startOffset method spacing side in in2 result type values
   mode operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha scale
   xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
   surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation z
   pointsAtX pointsAtY pointsAtZ tableValues slope intercept amplitude exponent`.split(/\s+/),
);
