/** `CODE=Name` or `CODE=Name=Name in the country's own script`; see ../country-format.ts for where it is from. */
export const REGIONS_OF_EUROPE: Readonly<Record<string, string>> = {
  AD: `
    07=Andorra la Vella; 02=Canillo; 03=Encamp; 08=Escaldes Engordany; 04=Lamassana; 05=Ordino;
    06=Sant Julia de Loria
  `,
  ES: `
    C=A Coruña; AB=Albacete; A=Alicante; AL=Almería; O=Asturias; VI=Álava; AV=Ávila; BA=Badajoz;
    B=Barcelona; BU=Burgos; S=Cantabria; CS=Castellón; CC=Cáceres; CA=Cádiz; CE=Ceuta; CR=Ciudad Real;
    CO=Córdoba; CU=Cuenca; GI=Girona; GR=Granada; GU=Guadalajara; SS=Guipúzcoa; H=Huelva; HU=Huesca;
    PM=Islas Baleares; J=Jaén; LO=La Rioja; GC=Las Palmas; LE=León; L=Lleida; LU=Lugo; M=Madrid;
    MA=Málaga; ML=Melilla; MU=Murcia; NA=Navarra; OR=Ourense; P=Palencia; PO=Pontevedra; SA=Salamanca;
    TF=Santa Cruz de Tenerife; SG=Segovia; SE=Sevilla; SO=Soria; T=Tarragona; TE=Teruel; TO=Toledo;
    V=Valencia; VA=Valladolid; BI=Vizcaya; ZA=Zamora; Z=Zaragoza
  `,
  IE: `
    CW=Co. Carlow; CN=Co. Cavan; CE=Co. Clare; C=Co. Cork; DL=Co. Donegal; D=Co. Dublin; G=Co. Galway;
    KY=Co. Kerry; KE=Co. Kildare; KK=Co. Kilkenny; LS=Co. Laois; LM=Co. Leitrim; LK=Co. Limerick;
    LD=Co. Longford; LH=Co. Louth; MO=Co. Mayo; MH=Co. Meath; MN=Co. Monaghan; OY=Co. Offaly;
    RN=Co. Roscommon; SO=Co. Sligo; TA=Co. Tipperary; WD=Co. Waterford; WH=Co. Westmeath;
    WX=Co. Wexford; WW=Co. Wicklow
  `,
  IT: `
    AG=Agrigento; AL=Alessandria; AN=Ancona; AR=Arezzo; AP=Ascoli Piceno; AT=Asti; AV=Avellino;
    BA=Bari; BT=Barletta-Andria-Trani; BL=Belluno; BN=Benevento; BG=Bergamo; BI=Biella; BO=Bologna;
    BZ=Bolzano; BS=Brescia; BR=Brindisi; CA=Cagliari; CL=Caltanissetta; CB=Campobasso;
    CI=Carbonia-Iglesias; CE=Caserta; CT=Catania; CZ=Catanzaro; CH=Chieti; CO=Como; CS=Cosenza;
    CR=Cremona; KR=Crotone; CN=Cuneo; EN=Enna; FM=Fermo; FE=Ferrara; FI=Firenze; FG=Foggia;
    FC=Forlì-Cesena; FR=Frosinone; GE=Genova; GO=Gorizia; GR=Grosseto; IM=Imperia; IS=Isernia;
    AQ=L'Aquila; SP=La Spezia; LT=Latina; LE=Lecce; LC=Lecco; LI=Livorno; LO=Lodi; LU=Lucca;
    MC=Macerata; MN=Mantova; MS=Massa-Carrara; MT=Matera; VS=Medio Campidano; ME=Messina; MI=Milano;
    MO=Modena; MB=Monza e della Brianza; NA=Napoli; NO=Novara; NU=Nuoro; OG=Ogliastra; OT=Olbia-Tempio;
    OR=Oristano; PD=Padova; PA=Palermo; PR=Parma; PV=Pavia; PG=Perugia; PU=Pesaro e Urbino; PE=Pescara;
    PC=Piacenza; PI=Pisa; PT=Pistoia; PN=Pordenone; PZ=Potenza; PO=Prato; RG=Ragusa; RA=Ravenna;
    RC=Reggio Calabria; RE=Reggio nell'Emilia; RI=Rieti; RN=Rimini; RM=Roma; RO=Rovigo; SA=Salerno;
    SS=Sassari; SV=Savona; SI=Siena; SR=Siracusa; SO=Sondrio; TA=Taranto; TE=Teramo; TR=Terni;
    TO=Torino; TP=Trapani; TN=Trento; TV=Treviso; TS=Trieste; UD=Udine; AO=Valle d'Aosta; VA=Varese;
    VE=Venezia; VB=Verbano-Cusio-Ossola; VC=Vercelli; VR=Verona; VV=Vibo Valentia; VI=Vicenza;
    VT=Viterbo
  `,
};
