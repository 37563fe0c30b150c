(function(d){
var f=d.querySelector('form[data-ask]'),i=d.getElementById('file'),o=d.getElementById('out'),c=(window.crypto||{}).subtle,m,busy;
if(!f||!c)return;
m=f.dataset;
function say(t){o.hidden=false;o.textContent=t}
function lost(t){busy=0;say(t&&t.big?t:m.failed);o.focus()}
d.getElementById('file-hint').textContent=m.large;
function call(url,body,done,tick,more){
var x=new XMLHttpRequest();
function again(){more?setTimeout(function(){call(url,body,done,tick,more-1)},4e3):lost()}
x.open('POST',url);
if(tick)x.upload.onprogress=tick;
else{x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.setRequestHeader('Accept','application/json')}
x.onload=function(){x.status>499?again():done(x.status,x.responseText)};
x.onerror=again;
x.send(body)
}
function hash(part,done){
var r=new FileReader();
r.onerror=lost;
r.onload=function(){c.digest('SHA-256',r.result).then(function(b){
var s='',a=new Uint8Array(b),n;
for(n=0;n<32;n++)s+=(a[n]+256).toString(16).slice(1);
done(s)
},lost)};
r.readAsArrayBuffer(part)
}
f.addEventListener('submit',function(e){
var file=i.files&&i.files[0],q;
if(busy)return e.preventDefault();
if(!file||file.size<=+m.most)return;
function ask(more,done){
call(m.ask,q+more,function(code,text){
var a;
try{a=JSON.parse(text)}catch(e){return lost()}
code==200?location=a.page:code==201?done(a):lost(a.detail)
},0,3)
}
e.preventDefault();busy=1;say(m.reads);
hash(file,function(s){
var t=f.form_token;
q='name='+encodeURIComponent(file.name)+'&bytes='+file.size+'&sha256='+s+(t?'&form_token='+t.value:'');
ask('',function(all){
(function part(n){
var at=n*all.part_bytes,b=file.slice(at,at+all.part_bytes);
if(n>=all.parts)location=all.page;
else hash(b,function(s){ask('&part='+n+'&part_sha256='+s,function(a){
var g=new FormData(),k;
for(k=0;k<a.fields.length;k++)g.append(a.fields[k][0],a.fields[k][1]);
g.append('file',b);
call(a.url,g,function(code){code<300?part(n+1):lost()},function(e){say(m.sends.replace('{n}',99*(at+e.loaded)/file.size|0))},3)
})})
})(all.next)
})
})
})
})(document);
