(function(d,w){
var f=d.querySelector('form[data-ask]'),i=d.getElementById('file'),o=d.getElementById('out'),c=w.crypto&&w.crypto.subtle,busy;
if(!f||!c||!w.FormData||!w.FileReader||!w.Uint8Array)return;
function word(n){return f.getAttribute('data-'+n)}
function say(t){o.hidden=false;o.textContent=t}
function lost(){busy=0;say(word('failed'));o.focus()}
d.getElementById('file-hint').textContent=word('large');
function call(url,body,kind,done,tick){
var x=new XMLHttpRequest();
x.open('POST',url);
if(kind){x.setRequestHeader('Content-Type',kind);x.setRequestHeader('Accept','application/json')}
if(tick)x.upload.onprogress=function(e){if(e.lengthComputable)tick(Math.floor(100*e.loaded/e.total))};
x.onload=function(){done(x.status,x.responseText)};
x.onerror=lost;
x.send(body)
}
function hex(b){
var s='',a=new Uint8Array(b),n;
for(n=0;n<a.length;n++)s+=(a[n]<16?'0':'')+a[n].toString(16);
return s
}
function send(file,sha){
var t=f.form_token,q='name='+encodeURIComponent(file.name)+'&bytes='+file.size+'&sha256='+sha+(t?'&form_token='+t.value:'');
call(word('ask'),q,'application/x-www-form-urlencoded',function(code,text){
var a,b=new FormData(),n;
try{a=JSON.parse(text)}catch(e){return lost()}
if(code===200){w.location=a.page;return}
if(code!==201){busy=0;say(a.detail||word('failed'));return}
for(n=0;n<a.fields.length;n++)b.append(a.fields[n][0],a.fields[n][1]);
b.append('file',file);
call(a.url,b,'',function(code){if(code>=200&&code<300)w.location=a.page;else lost()},function(n){say(word('sends').replace('{n}',n))})
})
}
f.addEventListener('submit',function(e){
var file=i.files&&i.files[0],r;
if(busy)return e.preventDefault();
if(!file||file.size<=+word('most'))return;
e.preventDefault();busy=1;say(word('reads'));
r=new FileReader();
r.onerror=lost;
r.onload=function(){c.digest('SHA-256',r.result).then(function(h){send(file,hex(h))},lost)};
r.readAsArrayBuffer(file)
});
})(document,window);
