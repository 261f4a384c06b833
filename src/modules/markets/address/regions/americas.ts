/** `CODE=Name` or `CODE=Name=Name in the country's own script`; see ../country-format.ts for where it is from. */
export const REGIONS_OF_AMERICAS: Readonly<Record<string, string>> = {
  AR: `
    B=Buenos Aires; C=Capital Federal; K=Catamarca; H=Chaco; U=Chubut; W=Corrientes; X=Córdoba;
    E=Entre Ríos; P=Formosa; Y=Jujuy; L=La Pampa; F=La Rioja; M=Mendoza; N=Misiones; Q=Neuquén;
    R=Río Negro; A=Salta; J=San Juan; D=San Luis; Z=Santa Cruz; S=Santa Fe; G=Santiago del Estero;
    V=Tierra del Fuego; T=Tucumán
  `,
  BR: `
    AC=Acre; AL=Alagoas; AP=Amapá; AM=Amazonas; BA=Bahia; CE=Ceará; DF=Distrito Federal;
    ES=Espírito Santo; GO=Goiás; MA=Maranhão; MT=Mato Grosso; MS=Mato Grosso do Sul; MG=Minas Gerais;
    PB=Paraíba; PR=Paraná; PA=Pará; PE=Pernambuco; PI=Piauí; RN=Rio Grande do Norte;
    RS=Rio Grande do Sul; RJ=Rio de Janeiro; RO=Rondônia; RR=Roraima; SC=Santa Catarina; SP=São Paulo;
    SE=Sergipe; TO=Tocantins
  `,
  CA: `
    AB=Alberta; BC=British Columbia; MB=Manitoba; NB=New Brunswick; NL=Newfoundland and Labrador;
    NT=Northwest Territories; NS=Nova Scotia; NU=Nunavut; ON=Ontario; PE=Prince Edward Island;
    QC=Quebec; SK=Saskatchewan; YT=Yukon
  `,
  CL: `
    AN=Antofagasta; AR=Araucanía; AP=Arica y Parinacota; AT=Atacama;
    AI=Aysén del General Carlos Ibáñez del Campo; BI=Biobío; CO=Coquimbo;
    LI=Libertador General Bernardo O'Higgins; LL=Los Lagos; LR=Los Ríos;
    MA=Magallanes y de la Antártica Chilena; ML=Maule; RM=Metropolitana de Santiago; TA=Tarapacá;
    VS=Valparaíso
  `,
  JM: `
    13=Clarendon; 09=Hanover; 01=Kingston; 12=Manchester; 04=Portland; 02=St. Andrew; 06=St. Ann;
    14=St. Catherine; 11=St. Elizabeth; 08=St. James; 05=St. Mary; 03=St. Thomas; 07=Trelawny;
    10=Westmoreland
  `,
  KN: `
    N=Nevis; K=St. Kitts
  `,
  MX: `
    AGU=Aguascalientes; BCN=Baja California; BCS=Baja California Sur; CAM=Campeche; CHP=Chiapas;
    CHH=Chihuahua; COA=Coahuila; COL=Colima; DIF=Distrito Federal; DUR=Durango; MEX=Estado de México;
    GUA=Guanajuato; GRO=Guerrero; HID=Hidalgo; JAL=Jalisco; MIC=Michoacán; MOR=Morelos; NAY=Nayarit;
    NLE=Nuevo León; OAX=Oaxaca; PUE=Puebla; QUE=Querétaro; ROO=Quintana Roo; SLP=San Luís Potosí;
    SIN=Sinalóa; SON=Sonora; TAB=Tabasco; TAM=Tamaulipas; TLA=Tlaxcala; VER=Veracruz; YUC=Yucatán;
    ZAC=Zacatecas
  `,
  NI: `
    BO=Boaco; CA=Carazo; CI=Chinandega; CO=Chontales; ES=Esteli; GR=Granada; JI=Jinotega; LE=Leon;
    MD=Madriz; MN=Managua; MS=Masaya; MT=Matagalpa; NS=Nueva Segovia; AN=Raan; AS=Raas;
    SJ=Rio San Juan; RI=Rivas
  `,
  SR: `
    BR=Brokopondo; CM=Commewijne; CR=Coronie; MA=Marowijne; NI=Nickerie; PR=Para; PM=Paramaribo;
    SA=Saramacca; SI=Sipaliwini; WA=Wanica
  `,
  SV: `
    AH=Ahuachapán; CA=Cabañas; CH=Chalatenango; CU=Cuscatlán; LI=La Libertad; PA=La Paz; UN=La Unión;
    MO=Morazán; SM=San Miguel; SS=San Salvador; SV=San Vicente; SA=Santa Ana; SO=Sonsonate;
    US=Usulután
  `,
  US: `
    AL=Alabama; AK=Alaska; AS=American Samoa; AZ=Arizona; AR=Arkansas; AA=Armed Forces (AA);
    AE=Armed Forces (AE); AP=Armed Forces (AP); CA=California; CO=Colorado; CT=Connecticut;
    DE=Delaware; DC=District of Columbia; FL=Florida; GA=Georgia; GU=Guam; HI=Hawaii; ID=Idaho;
    IL=Illinois; IN=Indiana; IA=Iowa; KS=Kansas; KY=Kentucky; LA=Louisiana; ME=Maine;
    MH=Marshall Islands; MD=Maryland; MA=Massachusetts; MI=Michigan; FM=Micronesia; MN=Minnesota;
    MS=Mississippi; MO=Missouri; MT=Montana; NE=Nebraska; NV=Nevada; NH=New Hampshire; NJ=New Jersey;
    NM=New Mexico; NY=New York; NC=North Carolina; ND=North Dakota; MP=Northern Mariana Islands;
    OH=Ohio; OK=Oklahoma; OR=Oregon; PW=Palau; PA=Pennsylvania; PR=Puerto Rico; RI=Rhode Island;
    SC=South Carolina; SD=South Dakota; TN=Tennessee; TX=Texas; UT=Utah; VT=Vermont; VI=Virgin Islands;
    VA=Virginia; WA=Washington; WV=West Virginia; WI=Wisconsin; WY=Wyoming
  `,
  UY: `
    AR=Artigas; CA=Canelones; CL=Cerro Largo; CO=Colonia; DU=Durazno; FS=Flores; FD=Florida;
    LA=Lavalleja; MA=Maldonado; MO=Montevideo; PA=Paysandú; RV=Rivera; RN=Río Negro; RO=Rocha;
    SA=Salto; SJ=San José; SO=Soriano; TA=Tacuarembó; TT=Treinta Y Tres
  `,
  VE: `
    Z=Amazonas; B=Anzoátegui; C=Apure; D=Aragua; E=Barinas; F=Bolívar; G=Carabobo; H=Cojedes;
    Y=Delta Amacuro; W=Dependencias Federales; A=Distrito Federal; I=Falcón; J=Guárico; K=Lara;
    L=Mérida; M=Miranda; N=Monagas; O=Nueva Esparta; P=Portuguesa; R=Sucre; S=Táchira; T=Trujillo;
    X=Vargas; U=Yaracuy; V=Zulia
  `,
};
