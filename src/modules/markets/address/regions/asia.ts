/** `CODE=Name` or `CODE=Name=Name in the country's own script`; see ../country-format.ts for where it is from. */
export const REGIONS_OF_ASIA: Readonly<Record<string, string>> = {
  AE: `
    AZ=Abu Dhabi; AJ=Ajman; DU=Dubai; FU=Fujairah; RK=Ras Al Khaimah; SH=Sharjah; UQ=Umm Al Quwain
  `,
  AM: `
    AG=Aragatsotn=Արագածոտն; AR=Ararat=Արարատ; AV=Armavir=Արմավիր; GR=Gegharkunik=Գեղարքունիք;
    KT=Kotayk=Կոտայք; LO=Lori=Լոռի; SH=Shirak=Շիրակ; SU=Syunik=Սյունիք; TV=Tavush=Տավուշ;
    VD=Vayots Dzor=Վայոց ձոր; ER=Yerevan=Երևան
  `,
  CN: `
    AH=Anhui Sheng=安徽省; BJ=Beijing Shi=北京市; CQ=Chongqing Shi=重庆市; FJ=Fujian Sheng=福建省;
    GS=Gansu Sheng=甘肃省; GD=Guangdong Sheng=广东省; GX=Guangxi Zhuangzuzizhiqu=广西壮族自治区;
    GZ=Guizhou Sheng=贵州省; HI=Hainan Sheng=海南省; HE=Hebei Sheng=河北省;
    HL=Heilongjiang Sheng=黑龙江省; HA=Henan Sheng=河南省; HK=Hong Kong=香港; HB=Hubei Sheng=湖北省;
    HN=Hunan Sheng=湖南省; JS=Jiangsu Sheng=江苏省; JX=Jiangxi Sheng=江西省; JL=Jilin Sheng=吉林省;
    LN=Liaoning Sheng=辽宁省; MO=Macau=澳门; NM=Neimenggu Zizhiqu=内蒙古自治区;
    NX=Ningxia Huizuzizhiqu=宁夏回族自治区; QH=Qinghai Sheng=青海省; SN=Shaanxi Sheng=陕西省;
    SD=Shandong Sheng=山东省; SH=Shanghai Shi=上海市; SX=Shanxi Sheng=山西省; SC=Sichuan Sheng=四川省;
    TW=Taiwan=台湾; TJ=Tianjin Shi=天津市; XJ=Xinjiang Weiwuerzizhiqu=新疆维吾尔自治区;
    XZ=Xizang Zizhiqu=西藏自治区; YN=Yunnan Sheng=云南省; ZJ=Zhejiang Sheng=浙江省
  `,
  HK: `
    HKI=Hong Kong Island=香港島; KLN=Kowloon=九龍; NT=New Territories=新界
  `,
  ID: `
    AC=Aceh; BA=Bali; BT=Banten; BE=Bengkulu; YO=Daerah Istimewa Yogyakarta;
    JK=Daerah Khusus Ibukota Jakarta; GO=Gorontalo; JA=Jambi; JB=Jawa Barat; JT=Jawa Tengah;
    JI=Jawa Timur; KB=Kalimantan Barat; KS=Kalimantan Selatan; KT=Kalimantan Tengah;
    KI=Kalimantan Timur; BB=Kepulauan Bangka Belitung; KR=Kepulauan Riau; LA=Lampung; MA=Maluku;
    MU=Maluku Utara; NB=Nusa Tenggara Barat; NT=Nusa Tenggara Timur; PA=Papua; PB=Papua Barat; RI=Riau;
    SR=Sulawesi Barat; SN=Sulawesi Selatan; ST=Sulawesi Tengah; SG=Sulawesi Tenggara;
    SA=Sulawesi Utara; SB=Sumatera Barat; SS=Sumatera Selatan; SU=Sumatera Utara
  `,
  IN: `
    AN=Andaman and Nicobar Islands; AP=Andhra Pradesh; AR=Arunachal Pradesh; AS=Assam; BR=Bihar;
    CH=Chandigarh; CG=Chhattisgarh; DH=Dadra and Nagar Haveli and Daman and Diu; DL=Delhi; GA=Goa;
    GJ=Gujarat; HR=Haryana; HP=Himachal Pradesh; JK=Jammu and Kashmir; JH=Jharkhand; KA=Karnataka;
    KL=Kerala; LA=Ladakh; LD=Lakshadweep; MP=Madhya Pradesh; MH=Maharashtra; MN=Manipur; ML=Meghalaya;
    MZ=Mizoram; NL=Nagaland; OD=Odisha; PY=Puducherry; PB=Punjab; RJ=Rajasthan; SK=Sikkim;
    TN=Tamil Nadu; TS=Telangana; TR=Tripura; UP=Uttar Pradesh; UK=Uttarakhand; WB=West Bengal
  `,
  JP: `
    23=Aichi=愛知県; 05=Akita=秋田県; 02=Aomori=青森県; 12=Chiba=千葉県; 38=Ehime=愛媛県;
    18=Fukui=福井県; 40=Fukuoka=福岡県; 07=Fukushima=福島県; 21=Gifu=岐阜県; 10=Gunma=群馬県;
    34=Hiroshima=広島県; 01=Hokkaido=北海道; 28=Hyogo=兵庫県; 08=Ibaraki=茨城県; 17=Ishikawa=石川県;
    03=Iwate=岩手県; 37=Kagawa=香川県; 46=Kagoshima=鹿児島県; 14=Kanagawa=神奈川県; 39=Kochi=高知県;
    43=Kumamoto=熊本県; 26=Kyoto=京都府; 24=Mie=三重県; 04=Miyagi=宮城県; 45=Miyazaki=宮崎県;
    20=Nagano=長野県; 42=Nagasaki=長崎県; 29=Nara=奈良県; 15=Niigata=新潟県; 44=Oita=大分県;
    33=Okayama=岡山県; 47=Okinawa=沖縄県; 27=Osaka=大阪府; 41=Saga=佐賀県; 11=Saitama=埼玉県;
    25=Shiga=滋賀県; 32=Shimane=島根県; 22=Shizuoka=静岡県; 09=Tochigi=栃木県; 36=Tokushima=徳島県;
    13=Tokyo=東京都; 31=Tottori=鳥取県; 16=Toyama=富山県; 30=Wakayama=和歌山県; 06=Yamagata=山形県;
    35=Yamaguchi=山口県; 19=Yamanashi=山梨県
  `,
  KR: `
    26=Busan=부산광역시; 43=Chungbuk=충청북도; 44=Chungnam=충청남도; 27=Daegu=대구광역시;
    30=Daejeon=대전광역시; 42=Gangwon=강원도; 29=Gwangju=광주광역시; 47=Gyeongbuk=경상북도;
    41=Gyeonggi=경기도; 48=Gyeongnam=경상남도; 28=Incheon=인천광역시; 49=Jeju=제주특별자치도;
    45=Jeonbuk=전라북도; 46=Jeonnam=전라남도; 50=Sejong=세종특별자치시; 11=Seoul=서울특별시;
    31=Ulsan=울산광역시
  `,
  MY: `
    01=Johor; 02=Kedah; 03=Kelantan; 14=Kuala Lumpur; 15=Labuan; 04=Melaka; 05=Negeri Sembilan;
    06=Pahang; 08=Perak; 09=Perlis; 07=Pulau Pinang; 16=Putrajaya; 12=Sabah; 13=Sarawak; 10=Selangor;
    11=Terengganu
  `,
  PH: `
    ABR=Abra; AGN=Agusan del Norte; AGS=Agusan del Sur; AKL=Aklan; ALB=Albay; ANT=Antique; APA=Apayao;
    AUR=Aurora; BAS=Basilan; BAN=Bataan; BTN=Batanes; BTG=Batangas; BEN=Benguet; BIL=Biliran;
    BOH=Bohol; BUK=Bukidnon; BUL=Bulacan; CAG=Cagayan; CAN=Camarines Norte; CAS=Camarines Sur;
    CAM=Camiguin; CAP=Capiz; CAT=Catanduanes; CAV=Cavite; CEB=Cebu; COM=Compostela Valley;
    NCO=Cotabato; DAO=Davao Oriental; DAV=Davao del Norte; DAS=Davao del Sur; DIN=Dinagat Islands;
    EAS=Eastern Samar; GUI=Guimaras; IFU=Ifugao; ILN=Ilocos Norte; ILS=Ilocos Sur; ILI=Iloilo;
    ISA=Isabela; KAL=Kalinga; LUN=La Union; LAG=Laguna; LAN=Lanao del Norte; LAS=Lanao del Sur;
    LEY=Leyte; MAG=Maguindanao; MAD=Marinduque; MAS=Masbate; 00=Metro Manila; MDC=Mindoro Occidental;
    MDR=Mindoro Oriental; MSC=Misamis Occidental; MSR=Misamis Oriental; MOU=Mountain Province;
    NEC=Negros Occidental; NER=Negros Oriental; NSA=Northern Samar; NUE=Nueva Ecija; NUV=Nueva Vizcaya;
    PLW=Palawan; PAM=Pampanga; PAN=Pangasinan; QUE=Quezon Province; QUI=Quirino; RIZ=Rizal;
    ROM=Romblon; WSA=Samar; SAR=Sarangani; SIG=Siquijor; SOR=Sorsogon; SCO=South Cotabato;
    SLE=Southern Leyte; SUK=Sultan Kudarat; SLU=Sulu; SUN=Surigao del Norte; SUR=Surigao del Sur;
    TAR=Tarlac; TAW=Tawi-Tawi; ZMB=Zambales; ZSI=Zamboanga Sibuguey; ZAN=Zamboanga del Norte;
    ZAS=Zamboanga del Sur
  `,
  TH: `
    37=Amnat Charoen=อำนาจเจริญ; 15=Ang Thong=อ่างทอง; 10=Bangkok=กรุงเทพมหานคร; 31=Buri Ram=บุรีรัมย์;
    24=Chachoengsao=ฉะเชิงเทรา; 18=Chai Nat=ชัยนาท; 36=Chaiyaphum=ชัยภูมิ; 22=Chanthaburi=จันทบุรี;
    50=Chiang Mai=เชียงใหม่; 57=Chiang Rai=เชียงราย; 20=Chon Buri=ชลบุรี; 86=Chumpon=ชุมพร;
    46=Kalasin=กาฬสินธุ์; 62=Kamphaeng Phet=กำแพงเพชร; 71=Kanchanaburi=กาญจนบุรี; 40=Khon Kaen=ขอนแก่น;
    81=Krabi=กระบี่; 52=Lampang=ลำปาง; 51=Lamphun=ลำพูน; 42=Loei=เลย; 16=Lop Buri=ลพบุรี;
    58=Mae Hong Son=แม่ฮ่องสอน; 44=Maha Sarakham=มหาสารคาม; 49=Mukdahan=มุกดาหาร; 55=NAN=น่าน;
    26=Nakhon Nayok=นครนายก; 73=Nakhon Pathom=นครปฐม; 48=Nakhon Phanom=นครพนม;
    30=Nakhon Ratchasima=นครราชสีมา; 60=Nakhon Sawan=นครสวรรค์; 80=Nakhon Si Thammarat=นครศรีธรรมราช;
    96=Narathiwat=นราธิวาส; 39=Nong Bua Lam Phu=หนองบัวลำภู; 43=Nong Khai=หนองคาย;
    12=Nonthaburi=นนทบุรี; 13=Pathum Thani=ปทุมธานี; 94=Pattani=ปัตตานี; 82=Phang Nga=พังงา;
    93=Phattalung=พัทลุง; 56=Phayao=พะเยา; 67=Phetchabun=เพชรบูรณ์; 76=Phetchaburi=เพชรบุรี;
    66=Phichit=พิจิตร; 65=Phitsanulok=พิษณุโลก; 14=Phra Nakhon Si Ayutthaya=พระนครศรีอยุธยา;
    54=Phrae=แพร่; 83=Phuket=ภูเก็ต; 25=Prachin Buri=ปราจีนบุรี;
    77=Prachuap Khiri Khan=ประจวบคีรีขันธ์; 85=Ranong=ระนอง; 70=Ratchaburi=ราชบุรี; 21=Rayong=ระยอง;
    45=Roi Et=ร้อยเอ็ด; 27=Sa Kaeo=สระแก้ว; 47=Sakon Nakhon=สกลนคร; 11=Samut Prakan=สมุทรปราการ;
    74=Samut Sakhon=สมุทรสาคร; 75=Samut Songkhram=สมุทรสงคราม; 19=Saraburi=สระบุรี; 91=Satun=สตูล;
    33=Si Sa Ket=ศรีสะเกษ; 17=Sing Buri=สิงห์บุรี; 90=Songkhla=สงขลา; 64=Sukhothai=สุโขทัย;
    72=Suphanburi=สุพรรณบุรี; 84=Surat Thani=สุราษฎร์ธานี; 32=Surin=สุรินทร์; 63=TAK=ตาก;
    92=Trang=ตรัง; 23=Trat=ตราด; 34=Ubon Ratchathani=อุบลราชธานี; 41=Udon Thani=อุดรธานี;
    61=Uthai Thani=อุทัยธานี; 53=Uttaradit=อุตรดิตถ์; 95=Yala=ยะลา; 35=Yasothon=ยโสธร
  `,
  TW: `
    CHA=Changhua County=彰化縣; CYI=Chiayi City=嘉義市; CYQ=Chiayi County=嘉義縣;
    HSZ=Hsinchu City=新竹市; HSQ=Hsinchu County=新竹縣; HUA=Hualien County=花蓮縣;
    KHH=Kaohsiung City=高雄市; KEE=Keelung City=基隆市; KIN=Kinmen County=金門縣;
    LIE=Lienchiang County=連江縣; MIA=Miaoli County=苗栗縣; NAN=Nantou County=南投縣;
    TPQ=New Taipei City=新北市; PEN=Penghu County=澎湖縣; PIF=Pingtung County=屏東縣;
    TXG=Taichung City=台中市; TNN=Tainan City=台南市; TPE=Taipei City=台北市;
    TTT=Taitung County=台東縣; TAO=Taoyuan County=桃園縣; ILA=Yilan County=宜蘭縣;
    YUN=Yunlin County=雲林縣
  `,
  VN: `
    44=An Giang Province=An Giang; 43=Ba Ria-Vung Tau Province=Bà Rịa–Vũng Tàu;
    54=Bac Giang Province=Bắc Giang; 53=Bac Kan Province=Bắc Kạn; 55=Bac Lieu Province=Bắc Lieu;
    56=Bac Ninh Province=Bắc Ninh; 50=Ben Tre Province=Bến Tre; 31=Binh Dinh Province=Bình Định;
    57=Binh Duong Province=Bình Dương; 58=Binh Phuoc Province=Bình Phước;
    40=Binh Thuan Province=Bình Thuận; 59=Ca Mau Province=Cà Mau; 48=Can Tho City=Cần Thơ;
    04=Cao Bang Province=Cao Bằng; 60=Da Nang City=Đà Nẵng; 33=Dak Lak Province=Đắk Lắk;
    72=Dak Nong Province=Đăk Nông; 71=Dien Bien Province=Điện Biên; 39=Dong Nai Province=Đồng Nai;
    45=Dong Thap Province=Đồng Tháp; 30=Gia Lai Province=Gia Lai; 03=Ha Giang Province=Hà Giang;
    63=Ha Nam Province=Hà Nam; 15=Ha Tay Province=Hà Tây; 23=Ha Tinh Province=Hà Tĩnh;
    61=Hai Duong Province=Hải Dương; 62=Haiphong City=Hải Phòng; 64=Hanoi City=Hà Nội;
    73=Hau Giang Province=Hậu Giang; 65=Ho Chi Minh City=Thành phố Hồ Chí Minh;
    14=Hoa Binh Province=Hòa Bình; 66=Hung Yen Province=Hưng Yên; 34=Khanh Hoa Province=Khánh Hòa;
    47=Kien Giang Province=Kiên Giang; 28=Kon Tum Province=Kon Tum; 01=Lai Chau Province=Lai Châu;
    35=Lam Dong Province=Lâm Đồng; 09=Lang Song Province=Lạng Sơn; 02=Lao Cai Province=Lào Cai;
    41=Long An Province=Long An; 67=Nam Dinh Province=Nam Định; 22=Nghe An Province=Nghệ An;
    18=Ninh Binh Province=Ninh Bình; 36=Ninh Thuan Province=Ninh Thuận; 68=Phu Tho Province=Phú Thọ;
    32=Phu Yen Province=Phú Yên; 24=Quang Binh Province=Quảng Bình; 27=Quang Nam Province=Quảng Nam;
    29=Quang Ngai Province=Quảng Ngãi; 13=Quang Ninh Province=Quảng Ninh;
    25=Quang Tri Province=Quảng Trị; 52=Soc Trang Province=Sóc Trăng; 05=Son La Province=Sơn La;
    37=Tay Ninh Province=Tây Ninh; 20=Thai Binh Province=Thái Bình;
    69=Thai Nguyen Province=Thái Nguyên; 21=Thanh Hoa Province=Thanh Hóa;
    26=Thua Thien-Hue Province=Thừa Thiên–Huế; 46=Tien Giang Province=Tiền Giang;
    51=Tra Vinh Province=Trà Vinh; 07=Tuyen Quang Province=Tuyên Quang;
    49=Vinh Long Province=Vĩnh Long; 70=Vinh Phuc Province=Vĩnh Phúc; 06=Yen Bai Province=Yên Bái
  `,
};
