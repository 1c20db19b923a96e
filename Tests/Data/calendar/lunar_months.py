# Vietnamese lunar months by an ephemeris library: new moons and the sun's longitude, days at UTC+7.
import sys,math,datetime
which=sys.argv[1]
Z=7/24
if which=='ephem':
    import ephem
    def moons(y0,y1):
        t=ephem.Date('%d/11/1'%(y0-1)); end=ephem.Date('%d/3/1'%(y1+1)); out=[]
        while t<end:
            t=ephem.next_new_moon(t); out.append(float(t)); t=ephem.Date(t+1)
        return out   # days since 1899-12-31 12:00 UT
    epoch=datetime.datetime(1899,12,31,12)
    def dayof(t): return (epoch+datetime.timedelta(days=t+Z)).date()
    def sun(t):
        d=ephem.Date(t); s=ephem.Sun(d); return math.degrees(float(ephem.Ecliptic(ephem.Equatorial(s.g_ra,s.g_dec,epoch=d),epoch=d).lon))
    def t_of(date): return (datetime.datetime(date.year,date.month,date.day)-epoch).total_seconds()/86400-Z
else:
    import astronomy as A
    epoch=datetime.datetime(2000,1,1,12)
    def moons(y0,y1):
        t=A.Time.Make(y0-1,11,1,0,0,0); end=A.Time.Make(y1+1,3,1,0,0,0).ut; out=[]
        while t.ut<end:
            t=A.SearchMoonPhase(0,t,40); out.append(t.ut); t=t.AddDays(1)
        return out
    def dayof(t): return (epoch+datetime.timedelta(days=t+Z)).date()
    def sun(t): return A.SunPosition(A.Time(t)).elon
    def t_of(date): return (datetime.datetime(date.year,date.month,date.day)-epoch).total_seconds()/86400-Z
Y0,Y1=1976,2199
ms=moons(Y0,Y1+1)
margin=[]
days=[]
for t in ms:
    d=dayof(t); days.append(d)
    f=(t+Z+0.5)%1; margin.append(min(f,1-f)*1440)
# sun's sector (0..11, of 30 degrees) at local midnight that begins the first day of each month
lon=[sun(t_of(d)) for d in days]
sec=[int(l//30)%12 for l in lon]
# month i holds a principal term if sector changes between its start and next's start
has=[sec[i]!=sec[i+1] for i in range(len(days)-1)]
# month 11 holds the winter solstice (270): sector 8 -> 9
m11=[i for i in range(len(days)-1) if sec[i] in (7,8) and sec[i+1] in (9,10)]
rows={}
for a,b in zip(m11,m11[1:]):
    n=b-a; num=11; leapdone=(n==12); y=days[a].year if days[a].month>=11 else days[a].year-1
    month=11; year=y
    for i in range(a,b):
        leap=0
        if i>a:
            if not leapdone and not has[i]: leap=1; leapdone=True
            else:
                month=month%12+1
                if month==1: year=y+1
        rows[i]=(year,month,leap)
tight=[]
for i,(y,m,l) in sorted(rows.items()):
    if Y0-1<=y<=Y1: print(f'{y},{m},{l},{days[i].isoformat()}')
    if margin[i]<6: tight.append((round(margin[i],2),str(days[i])))
edge=sorted((round(min(x%30,30-x%30)/0.9856*1440,1),str(d)) for x,d in zip(lon,days))[:15]
print('tight moons (min):',tight,file=sys.stderr); print('tight suns (min):',edge,file=sys.stderr)
