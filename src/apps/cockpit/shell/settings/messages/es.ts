import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Ajustes',
  about: 'Cómo vende la tienda, quién trabaja en ella y sobre qué funciona.',
  find: 'Buscar un ajuste',
  findHint: 'NIF-IVA, idioma, colores …',
  nothing: 'Ningún ajuste se llama así',
  nothingText: 'Pruebe otra palabra. Lo que no puede abrir no aparece.',
  none: 'Aquí no hay nada que pueda ajustar',
  noneText: 'Pida otro rol a quien gestiona el equipo.',
  groups: {
    shop: 'Tienda',
    selling: 'Venta',
    team: 'Equipo',
    programs: 'Programas',
    system: 'Datos y sistema',
    other: 'Más',
  },
};
