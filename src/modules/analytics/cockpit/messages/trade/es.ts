/** Goods by what they are, advertising, and what is left. */
export const trade = {
  answers: {
    sales_by_brand: '¿Qué marcas se venden?',
    sales_by_category: '¿Qué partes del surtido se venden?',
    sales_by_channel: '¿Por qué canales llegan los clientes que compran?',
    sales_by_collection: '¿Qué colecciones se venden?',
    sales_by_hour: '¿Cuándo compran los clientes?',
    marketing: '¿Cuánto cuesta cada campaña y qué aporta?',
    contribution: '¿Qué queda después de mercancía, comisiones y publicidad?',
    stock_value: '¿Cuánto dinero hay en el almacén?',
  },
};
