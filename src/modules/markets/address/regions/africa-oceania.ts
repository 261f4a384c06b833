/** `CODE=Name` or `CODE=Name=Name in the country's own script`; see ../country-format.ts for where it is from. */
export const REGIONS_OF_AFRICA_AND_OCEANIA: Readonly<Record<string, string>> = {
  AU: `
    ACT=Australian Capital Territory; NSW=New South Wales; NT=Northern Territory; QLD=Queensland;
    SA=South Australia; TAS=Tasmania; VIC=Victoria; WA=Western Australia
  `,
  EG: `
    SHR=Al Sharqia=الشرقية; ALX=Alexandria=الإسكندرية; ASN=Aswan=أسوان; AST=Asyut=أسيوط;
    BH=Beheira=البحيرة; BNS=Beni Suef=بني سويف; C=Cairo=القاهرة; DK=Dakahlia=الدقهلية;
    DT=Damietta=دمياط; FYM=Faiyum=الفيوم; GH=Gharbia=الغربية; GZ=Giza=الجيزة; IS=Ismailia=الإسماعيلية;
    KFS=Kafr el-Sheikh=كفر الشيخ; LX=Luxor=الأقصر; MT=Matruh=مطروح; MN=Minya=المنيا;
    MNF=Monufia=المنوفية; WAD=New Valley=الوادي الجديد; SIN=North Sinai=شمال سيناء;
    PTS=Port Said=بورسعيد; KB=Qalyubia=القليوبية; KN=Qena=قنا; BA=Red Sea=البحر الأحمر;
    SHG=Sohag=سوهاج; JS=South Sinai=جنوب سيناء; SUZ=Suez=السويس
  `,
  NG: `
    AB=Abia; AD=Adamawa; AK=Akwa Ibom; AN=Anambra; BA=Bauchi; BY=Bayelsa; BE=Benue; BO=Borno;
    CR=Cross River; DE=Delta; ED=EDO; EB=Ebonyi; EK=Ekiti; EN=Enugu; FC=Fct-Abuja; GO=Gombe; IM=IMO;
    JI=Jigawa; KD=Kaduna; KN=Kano; KT=Katsina; KE=Kebbi; KO=Kogi; KW=Kwara; LA=Lagos; NA=Nassarawa;
    NI=Niger; OY=OYO; OG=Ogun; ON=Ondo; OS=Osun; PL=Plateau; RI=Rivers; SO=Sokoto; TA=Taraba; YO=Yobe;
    ZA=Zamfara
  `,
  NR: `
    01=Aiwo District; 02=Anabar District; 03=Anetan District; 04=Anibare District; 05=Baiti District;
    06=Boe District; 07=Buada District; 08=Denigomodu District; 09=Ewa District; 10=Ijuw District;
    11=Meneng District; 12=Nibok District; 13=Uaboe District; 14=Yaren District
  `,
  SO: `
    AW=Awdal; BY=BAY; BK=Bakool; BN=Banaadir; BR=Bari; GA=Galguduud; GE=Gedo; HI=Hiiraan;
    JD=Jubbada Dhexe; JH=Jubbada Hoose; MU=Mudug; NU=Nugaal; SA=Sanaag; SD=Shabeellaha Dhexe;
    SH=Shabeellaha Hoose; SO=Sool; TO=Togdheer; WO=Woqooyi Galbeed
  `,
};
